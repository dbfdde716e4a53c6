package dev.runbook.cli;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.PlannedStep;

/** Opens a shell for a person, as a step's user and in the step's place, and waits until it ends. */
@FunctionalInterface
interface StepShell {
    void open(PlannedStep step) throws BackendException;
}
