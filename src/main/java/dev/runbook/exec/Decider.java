package dev.runbook.exec;

import dev.runbook.outcome.StepOutcome;

/**
 * Who decides between steps: a person at a terminal, or a rule. Called by the executor's thread, one call at a time; it may
 * take as long as it likes.
 */
public interface Decider {
    /** What to do with a step whose turn it is. Of a manual step: {@link Decision.Judge} or {@link Decision.Skip}. */
    Decision before(PlannedStep step);

    /** What to do after a step that did not hold, or was interrupted; {@link Decision.Run}: again. */
    Decision after(PlannedStep step, StepOutcome outcome);
}
