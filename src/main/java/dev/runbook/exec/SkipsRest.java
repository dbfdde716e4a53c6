package dev.runbook.exec;

import dev.runbook.outcome.StepOutcome;

/** Whether a step's outcome skips the rest of the document. */
enum SkipsRest implements StepOutcome.Visitor<Boolean> {
    INSTANCE;

    @Override
    public Boolean passed(StepOutcome.Passed passed) {
        return false;
    }

    @Override
    public Boolean failed(StepOutcome.Failed failed) {
        return false;
    }

    @Override
    public Boolean manual(StepOutcome.Manual manual) {
        return false;
    }

    @Override
    public Boolean skipped(StepOutcome.Skipped skipped) {
        return skipped.reason() == StepOutcome.Skipped.Reason.DOCUMENT;
    }

    @Override
    public Boolean errored(StepOutcome.Errored errored) {
        return false;
    }
}
