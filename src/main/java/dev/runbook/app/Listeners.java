package dev.runbook.app;

import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.util.List;

/** Tells several of each event, in their order. */
final class Listeners implements ExecutionListener {
    private final List<ExecutionListener> all;

    Listeners(List<ExecutionListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void planned(Plan plan) {
        all.forEach(l -> l.planned(plan));
    }

    @Override
    public void decided(PlannedStep step, Decision decision) {
        all.forEach(l -> l.decided(step, decision));
    }

    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        all.forEach(l -> l.started(step, code, edited));
    }

    @Override
    public void output(PlannedStep step, byte[] bytes) {
        all.forEach(l -> l.output(step, bytes));
    }

    @Override
    public void retrying(PlannedStep step, int tries, StepOutcome outcome) {
        all.forEach(l -> l.retrying(step, tries, outcome));
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        all.forEach(l -> l.finished(step, outcome));
    }

    @Override
    public void stray(Output output) {
        all.forEach(l -> l.stray(output));
    }

    @Override
    public void shellOpened(PlannedStep step) {
        all.forEach(l -> l.shellOpened(step));
    }

    @Override
    public void undoing(List<PlannedStep> steps) {
        all.forEach(l -> l.undoing(steps));
    }

    @Override
    public void ended(Transcript transcript) {
        all.forEach(l -> l.ended(transcript));
    }
}
