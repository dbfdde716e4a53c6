package dev.runbook.outcome;

import dev.runbook.model.StepId;

/**
 * One step's outcome. A step that was tried again has one result a try; the last one counts.
 *
 * @param digest of all that decides what the step does, so that a later change of the step can be seen
 */
public record StepResult(StepId step, String digest, StepOutcome outcome) {}
