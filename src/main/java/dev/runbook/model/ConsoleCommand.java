package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.Optional;

/**
 * One command of a console session.
 *
 * @param root whether its prompt was {@code #}; else {@code $}, the runbook's unprivileged user
 * @param command without prompts; lines continued with {@code >} are joined by newlines
 * @param span the command's lines, prompts included
 * @param expectation the output below it; empty where there is none, so that any output will do
 */
public record ConsoleCommand(boolean root, String command, Span span, Optional<Expectation> expectation) {}
