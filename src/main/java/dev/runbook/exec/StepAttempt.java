package dev.runbook.exec;

import dev.runbook.outcome.StepOutcome;

/** One try of a step, which may turn out to be none. */
interface StepAttempt {
    StepOutcome run() throws BackendException;
}
