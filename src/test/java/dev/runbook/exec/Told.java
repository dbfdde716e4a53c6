package dev.runbook.exec;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A listener that writes down what it is told, a line each. */
final class Told implements ExecutionListener {
    private final List<String> lines = new ArrayList<>();
    /** Apart from the others. */
    private final List<String> decisions = new ArrayList<>();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    List<String> lines() {
        return lines;
    }

    List<String> decisions() {
        return decisions;
    }

    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void decided(PlannedStep step, Decision decision) {
        decisions.add(name(step) + " " + decision);
    }

    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        lines.add("started " + name(step) + (edited ? " edited " + code.strip() : ""));
    }

    @Override
    public void output(PlannedStep step, byte[] bytes) {
        output.writeBytes(bytes);
    }

    @Override
    public void retrying(PlannedStep step, int tries, StepOutcome outcome) {
        lines.add("retrying " + name(step) + " " + tries);
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        lines.add(word(outcome) + " " + name(step));
    }

    @Override
    public void stray(Output output) {
        lines.add("stray " + output.text().strip());
    }

    @Override
    public void undoing(List<PlannedStep> steps) {
        lines.add("undoing " + steps.stream().map(Told::name).toList());
    }

    @Override
    public void ended(Transcript transcript) {
        lines.add("ended " + transcript.end());
    }

    private static String name(PlannedStep step) {
        return step.step().id().name();
    }

    static String word(StepOutcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
