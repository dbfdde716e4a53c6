package dev.runbook.exec;

import dev.runbook.model.Section;
import dev.runbook.model.Step;

/**
 * One step of a plan.
 *
 * @param number from 1, as the site and {@code show} count: over all steps of the runbook
 * @param user who runs it; of a console session, who {@code $} is
 * @param digest of all that decides what it does
 */
public record PlannedStep(int number, Section section, Step step, String user, String digest) {}
