package dev.runbook.record;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Each event as a word. */
record WrittenEvents(List<String> lines) implements ExecutionListener {
    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        lines.add("started " + code);
    }

    @Override
    public void output(PlannedStep step, byte[] bytes) {
        lines.add("output " + new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void stray(Output output) {
        lines.add("stray " + output);
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        lines.add("finished " + ((StepOutcome.Manual) outcome).note());
    }
}
