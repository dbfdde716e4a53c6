package dev.runbook.exec;

import dev.runbook.outcome.StepOutcome;

/** Gives back every outcome as it is, but for those that a subclass changes. */
abstract class PassingVisitor implements StepOutcome.Visitor<StepOutcome> {
    @Override
    public StepOutcome passed(StepOutcome.Passed passed) {
        return passed;
    }

    @Override
    public StepOutcome failed(StepOutcome.Failed failed) {
        return failed;
    }

    @Override
    public StepOutcome manual(StepOutcome.Manual manual) {
        return manual;
    }

    @Override
    public StepOutcome skipped(StepOutcome.Skipped skipped) {
        return skipped;
    }

    @Override
    public StepOutcome errored(StepOutcome.Errored errored) {
        return errored;
    }
}
