package dev.runbook.site.view;

import java.util.List;

/**
 * What verification says of the whole handbook in two lines.
 *
 * @param steps how many steps of all runbooks stand how, strongest first
 * @param holding how many runbooks hold
 * @param runbooks of how many that have anything to prove
 */
public record Totals(List<Badge.Count> steps, int holding, int runbooks) {}
