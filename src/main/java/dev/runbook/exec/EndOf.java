package dev.runbook.exec;

import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript.End;

/** How a run would have ended if this were its only step. */
enum EndOf implements StepOutcome.Visitor<End> {
    INSTANCE;

    @Override
    public End passed(StepOutcome.Passed passed) {
        return End.COMPLETED;
    }

    @Override
    public End failed(StepOutcome.Failed failed) {
        return End.FAILED;
    }

    @Override
    public End manual(StepOutcome.Manual manual) {
        return manual.holds() ? End.COMPLETED : End.FAILED;
    }

    @Override
    public End skipped(StepOutcome.Skipped skipped) {
        return End.COMPLETED;
    }

    @Override
    public End errored(StepOutcome.Errored errored) {
        return End.ERRORED;
    }
}
