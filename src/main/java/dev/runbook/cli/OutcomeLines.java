package dev.runbook.cli;

import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Role;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.source.Diagnostic;
import java.util.Locale;
import java.util.function.Function;

/** What came of a step, in a line; of one that did not hold, why. */
final class OutcomeLines {
    private final RunTexts texts;
    private final Function<Diagnostic, String> diagnostics;
    private final Function<Mismatch, String> differences;

    /**
     * A printer.
     *
     * @param diagnostics prints one, with its newline
     * @param differences prints one, with its newline
     */
    OutcomeLines(RunTexts texts, Function<Diagnostic, String> diagnostics, Function<Mismatch, String> differences) {
        this.texts = texts;
        this.diagnostics = diagnostics;
        this.differences = differences;
    }

    /**
     * The lines, each with its newline.
     *
     * @param name of the step; empty where it was just shown
     */
    String of(PlannedStep step, StepOutcome outcome, String name) {
        return outcome.accept(new Line(step, name.isEmpty() ? "" : " " + name));
    }

    /** Whether there is nothing in an outcome that a person must hear of. */
    StepOutcome.Visitor<Boolean> fine() {
        return new Fine();
    }

    private final class Line implements StepOutcome.Visitor<String> {
        private final PlannedStep step;
        private final String name;

        Line(PlannedStep step, String name) {
            this.step = step;
            this.name = name;
        }

        @Override
        public String passed(StepOutcome.Passed passed) {
            String what = passed.alreadySo() ? "run.already" : said();
            String time = texts.get("run.time", texts.seconds(passed.run().duration()));
            String tries = passed.run().tries() > 1
                    ? texts.get("run.tries", passed.run().tries())
                    : "";
            return texts.style().green("✓" + name + " " + texts.get(what))
                    + texts.style().faint(tries + time) + "\n";
        }

        /** What the check or the expected output said. */
        private String said() {
            boolean compared = step.step().expectation().isPresent();
            if (step.step().role() == Role.CHECK) {
                return compared ? "run.holds.output" : "run.holds";
            }
            return compared ? "run.passed.output" : "run.passed";
        }

        @Override
        public String failed(StepOutcome.Failed failed) {
            String what = step.step().role() == Role.CHECK ? "run.not-held" : "run.failed";
            String time = texts.get("run.time", texts.seconds(failed.run().duration()));
            String tries = failed.run().tries() > 1
                    ? texts.get("run.tries", failed.run().tries())
                    : "";
            return texts.style().red("✗" + name + " " + texts.get(what))
                    + texts.style().faint(tries + time)
                    + "\n"
                    + diagnostics.apply(failed.why())
                    + failed.mismatch().map(differences).orElse("");
        }

        @Override
        public String manual(StepOutcome.Manual manual) {
            String note = note(manual.note());
            return manual.holds()
                    ? texts.style().green("✓" + name + " " + texts.get("run.manual")) + note + "\n"
                    : texts.style().red("✗" + name + " " + texts.get("run.manual.not")) + note + "\n";
        }

        @Override
        public String skipped(StepOutcome.Skipped skipped) {
            String why = texts.get("run.skipped." + skipped.reason().name().toLowerCase(Locale.ROOT));
            return texts.style().yellow("–" + name + " " + why) + note(skipped.note()) + "\n";
        }

        @Override
        public String errored(StepOutcome.Errored errored) {
            return texts.style().red("✗" + name + " " + texts.get("run.errored")) + "\n"
                    + diagnostics.apply(errored.why());
        }

        private String note(String note) {
            return note.isEmpty() ? "" : ": " + Terminal.clean(note);
        }
    }

    private static final class Fine implements StepOutcome.Visitor<Boolean> {
        @Override
        public Boolean passed(StepOutcome.Passed passed) {
            return true;
        }

        @Override
        public Boolean failed(StepOutcome.Failed failed) {
            return false;
        }

        @Override
        public Boolean manual(StepOutcome.Manual manual) {
            return manual.holds();
        }

        @Override
        public Boolean skipped(StepOutcome.Skipped skipped) {
            return skipped.holds();
        }

        @Override
        public Boolean errored(StepOutcome.Errored errored) {
            return false;
        }
    }
}
