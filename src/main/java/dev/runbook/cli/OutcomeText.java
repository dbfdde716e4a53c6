package dev.runbook.cli;

import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.record.StepRun;
import dev.runbook.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a step in words.
 *
 * @param word in one or a few words
 * @param good whether it holds
 * @param details why, note and difference: a line each
 */
record OutcomeText(String word, boolean good, List<String> details) {
    OutcomeText {
        details = List.copyOf(details);
    }

    static OutcomeText of(Invocation invocation, StepRun run) {
        return run.outcome()
                .map(outcome -> new OutcomeText(
                        outcome.accept(new Word(invocation)), outcome.holds(), outcome.accept(new Details(invocation))))
                .orElseGet(() -> new OutcomeText(invocation.text("runs.outcome.cut-off"), false, List.of()));
    }

    /** How long it took and how often it was tried; empty where it did not run. */
    static Optional<String> effort(Invocation invocation, StepRun run) {
        return run.outcome().flatMap(StepOutcome::ran).map(ran -> effort(invocation, ran));
    }

    private static String effort(Invocation invocation, Run run) {
        String length = Times.length(run.duration());
        return run.tries() == 1 ? length : invocation.text("runs.tries", length, run.tries());
    }

    private record Word(Invocation invocation) implements StepOutcome.Visitor<String> {
        @Override
        public String passed(StepOutcome.Passed passed) {
            return invocation.text(passed.alreadySo() ? "runs.outcome.already-so" : "runs.outcome.passed");
        }

        @Override
        public String failed(StepOutcome.Failed failed) {
            return invocation.text("runs.outcome.failed");
        }

        @Override
        public String manual(StepOutcome.Manual manual) {
            return invocation.text(manual.holds() ? "runs.outcome.done" : "runs.outcome.not-done");
        }

        @Override
        public String skipped(StepOutcome.Skipped skipped) {
            String reason = skipped.reason().name().toLowerCase(Locale.ROOT);
            return invocation.text("runs.outcome.skipped." + reason);
        }

        @Override
        public String errored(StepOutcome.Errored errored) {
            return invocation.text("runs.outcome.errored");
        }
    }

    private record Details(Invocation invocation) implements StepOutcome.Visitor<List<String>> {
        @Override
        public List<String> passed(StepOutcome.Passed passed) {
            return List.of();
        }

        @Override
        public List<String> failed(StepOutcome.Failed failed) {
            List<String> lines = new ArrayList<>(why(failed.why()));
            failed.mismatch().ifPresent(m -> m.lines().forEach(line -> lines.add(mark(line) + line.text())));
            return lines;
        }

        /** As in a unified diff: {@code -} what was expected and is missing, {@code +} what was written instead. */
        private static String mark(Mismatch.Line line) {
            return switch (line.kind()) {
                case MATCHED -> "  ";
                case MISSING -> "- ";
                case UNEXPECTED -> "+ ";
            };
        }

        @Override
        public List<String> manual(StepOutcome.Manual manual) {
            return note(manual.note());
        }

        @Override
        public List<String> skipped(StepOutcome.Skipped skipped) {
            return note(skipped.note());
        }

        @Override
        public List<String> errored(StepOutcome.Errored errored) {
            return why(errored.why());
        }

        private static List<String> note(String note) {
            return note.isBlank() ? List.of() : note.strip().lines().toList();
        }

        private List<String> why(Diagnostic why) {
            return List.of(why.span() + ": " + why.message(invocation.language()));
        }
    }
}
