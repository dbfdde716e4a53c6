package dev.runbook.exec;

import dev.runbook.exec.Command.Program;
import dev.runbook.match.Matcher;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Step;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.Run.CommandRun;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Steps that run commands: scripts, console sessions, SQL. */
final class CommandSteps {
    /** A command that ends so skips the rest of the document, as in cram. */
    private static final int SKIP_DOCUMENT = 80;

    private static final String ROOT = "root";

    private final StepContext context;
    private final Consumer<Optional<Session>> running;

    /**
     * For the steps of one run.
     *
     * @param running is told which session is busy, so that it can be interrupted
     */
    CommandSteps(StepContext context, Consumer<Optional<Session>> running) {
        this.context = context;
        this.running = running;
    }

    StepOutcome run(PlannedStep step, Program program, String code) throws BackendException {
        Attempt attempt = new Attempt(step);
        Span at = step.step().codeSpan();
        attempt.command(step.user(), program, code, at.startLine(), step.step().expectation());
        return attempt.outcome();
    }

    StepOutcome console(PlannedStep step, List<ConsoleCommand> commands) throws BackendException {
        Attempt attempt = new Attempt(step);
        for (ConsoleCommand command : commands) {
            if (!command.root() && step.user().equals(ROOT)) {
                throw new BackendException(ExecCode.NO_UNPRIVILEGED_USER);
            }
            String user = command.root() ? ROOT : step.user();
            int line = command.span().startLine();
            if (attempt.command(user, new Program.Shell(), command.command() + "\n", line, command.expectation())) {
                return attempt.outcome();
            }
        }
        step.step().expectation().ifPresent(attempt::compareAll);
        return attempt.outcome();
    }

    /** One try of one step. */
    private final class Attempt {
        private final PlannedStep planned;
        private final Step step;
        private final Instant started = Instant.now();
        private final long startedNanos = System.nanoTime();
        private final List<CommandRun> runs = new ArrayList<>();
        private final List<Output> raw = new ArrayList<>();
        private Optional<Diagnostic> why = Optional.empty();
        private Optional<Mismatch> mismatch = Optional.empty();
        private boolean skips;

        Attempt(PlannedStep planned) {
            this.planned = planned;
            this.step = planned.step();
        }

        /** True: no further command is run. */
        boolean command(String user, Program program, String code, int line, Optional<Expectation> expectation)
                throws BackendException {
            Expectation.Stream stream = expectation.map(Expectation::stream).orElse(Expectation.Stream.BOTH);
            Duration left = step.options().timeout().minusNanos(System.nanoTime() - startedNanos);
            Command command = new Command(
                    program,
                    code,
                    context.values().all(),
                    step.options().cwd(),
                    stream != Expectation.Stream.BOTH,
                    step.options().interactive(),
                    left.isNegative() ? Duration.ZERO : left);
            Capture capture = new Capture(
                    stream, context.masker(), bytes -> context.listener().output(planned, bytes));
            Session session = context.backend().session(user);
            running.accept(Optional.of(session));
            Ended ended;
            try {
                ended = session.run(command, capture);
            } finally {
                running.accept(Optional.empty());
                capture.end();
                if (!capture.stray().isEmpty()) {
                    context.listener().stray(capture.stray());
                }
            }
            runs.add(new CommandRun(capture.recorded(), ended.exitStatus()));
            raw.add(capture.raw());
            judge(ended, capture, line, expectation);
            return skips || why.filter(this::ends).isPresent();
        }

        private boolean ends(Diagnostic reason) {
            return reason.code() != ExecCode.OUTPUT_DIFFERS || !context.pastDifferences();
        }

        private void judge(Ended ended, Capture capture, int line, Optional<Expectation> expectation) {
            switch (ended.how()) {
                case TIMED_OUT ->
                    fail(ExecCode.TIMED_OUT, step.span(), words(step.options().timeout()));
                case INTERRUPTED -> fail(ExecCode.INTERRUPTED, step.span());
                case EXITED -> exited(ended, capture, line, expectation);
            }
        }

        private void exited(Ended ended, Capture capture, int line, Optional<Expectation> expectation) {
            int status = ended.exitStatus().orElse(-1);
            int wanted = expectation
                    .map(Expectation::exitStatus)
                    .orElse(OptionalInt.empty())
                    .orElse(step.options().exit());
            if (status != wanted) {
                skips = status == SKIP_DOCUMENT;
                if (!skips) {
                    wrongStatus(ended, status, wanted, line);
                }
                return;
            }
            expectation.filter(e -> !step.options().interactive()).ifPresent(e -> compare(e, capture.raw()));
        }

        private void wrongStatus(Ended ended, int status, int wanted, int line) {
            mismatch = Optional.empty();
            if (ended.failedAt().isPresent()) {
                Ended.FailedAt at = ended.failedAt().get();
                int there = line + at.line() - 1;
                int column = step.codeSpan().startColumn();
                Span span = new Span(step.span().file(), there, column, there, column);
                String command = context.masker().mask(at.command());
                fail(ExecCode.COMMAND_FAILED, span, command, String.valueOf(status), String.valueOf(wanted));
            } else {
                fail(ExecCode.WRONG_STATUS, step.span(), String.valueOf(status), String.valueOf(wanted));
            }
        }

        /** An {@code .output} block behind a session is of all its commands together. */
        private void compareAll(Expectation expected) {
            compare(expected, Output.joined(raw));
        }

        private void compare(Expectation expected, Output actual) {
            if (!actual.isWhole()) {
                String size = String.valueOf(actual.size());
                fail(ExecCode.OUTPUT_TOO_LONG, expected.span(), size, String.valueOf(2 * Capture.COMPARED));
                return;
            }
            Optional<Mismatch> found = Matcher.compare(expected, actual).map(context.masker()::mask);
            if (found.isPresent() && mismatch.isEmpty()) {
                mismatch = found;
                fail(ExecCode.OUTPUT_DIFFERS, expected.span());
            }
        }

        private void fail(ExecCode code, Span span, String... arguments) {
            why = Optional.of(Diagnostic.of(code, span, (Object[]) arguments));
        }

        StepOutcome outcome() {
            Run run = new Run(started, Duration.ofNanos(System.nanoTime() - startedNanos), 1, runs);
            if (skips) {
                return new StepOutcome.Skipped(StepOutcome.Skipped.Reason.DOCUMENT, "");
            }
            return why.<StepOutcome>map(diagnostic -> new StepOutcome.Failed(run, diagnostic, mismatch))
                    .orElseGet(() -> new StepOutcome.Passed(run, false));
        }
    }

    /** {@code 90s}, {@code 3m}, as an author writes it. */
    private static String words(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
