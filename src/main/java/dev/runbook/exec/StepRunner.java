package dev.runbook.exec;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Runbook;
import dev.runbook.model.StepOptions;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs one step, as often as its {@code retry=} says, to one outcome. */
final class StepRunner {
    private final StepContext context;
    private final CommandSteps commands;
    private final FileSteps files;
    private volatile Optional<Session> running = Optional.empty();
    private final Object monitor = new Object();
    private boolean interrupted;

    StepRunner(StepContext context, Runbook runbook) {
        this.context = context;
        this.commands = new CommandSteps(context, this::nowRunning);
        this.files = new FileSteps(context, runbook);
    }

    /** From another thread: ends the running command, or the wait before the next try. */
    void interrupt() {
        synchronized (monitor) {
            interrupted = true;
            monitor.notifyAll();
        }
        running.ifPresent(Session::interrupt);
    }

    private void nowRunning(Optional<Session> session) {
        running = session;
    }

    private boolean isInterrupted() {
        synchronized (monitor) {
            return interrupted;
        }
    }

    StepOutcome run(PlannedStep step, Optional<String> edited) {
        synchronized (monitor) {
            interrupted = false;
        }
        String code = edited.orElse(step.step().action().code());
        context.listener().started(step, context.masker().mask(code), edited.isPresent());
        Instant started = Instant.now();
        long nanos = System.nanoTime();
        int times = step.step().options().retry().map(StepOptions.Retry::times).orElse(1);
        StepOutcome outcome = once(step, code, edited.isPresent());
        int tries = 1;
        while (!outcome.holds() && mayHoldLater(outcome) && tries < times && !isInterrupted()) {
            context.listener().retrying(step, tries, outcome);
            sleep(step.step().options().retry().orElseThrow().interval());
            if (isInterrupted()) {
                break;
            }
            outcome = once(step, code, edited.isPresent());
            tries++;
        }
        Duration all = Duration.ofNanos(System.nanoTime() - nanos);
        StepOutcome last = tries == 1 ? outcome : retold(outcome, started, all, tries);
        context.listener().finished(step, last);
        return last;
    }

    private static boolean mayHoldLater(StepOutcome outcome) {
        return outcome.ran().isPresent();
    }

    private static StepOutcome retold(StepOutcome outcome, Instant started, Duration duration, int tries) {
        return outcome.accept(new PassingVisitor() {
            @Override
            public StepOutcome passed(StepOutcome.Passed passed) {
                return new StepOutcome.Passed(retold(passed.run()), passed.alreadySo());
            }

            @Override
            public StepOutcome failed(StepOutcome.Failed failed) {
                return new StepOutcome.Failed(retold(failed.run()), failed.why(), failed.mismatch());
            }

            private Run retold(Run run) {
                return new Run(started, duration, tries, run.commands());
            }
        });
    }

    private void sleep(Duration interval) {
        long end = System.nanoTime() + interval.toNanos();
        synchronized (monitor) {
            long left = end - System.nanoTime();
            while (left > 0 && !interrupted) {
                try {
                    monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }

    private StepOutcome once(PlannedStep step, String code, boolean edited) {
        try {
            return step.step().action().accept(new Once(step, code, edited)).run();
        } catch (BackendException e) {
            Object[] arguments =
                    e.arguments().stream().map(context.masker()::mask).toArray();
            return new StepOutcome.Errored(Diagnostic.of(e.code(), step.step().span(), arguments));
        }
    }

    private final class Once implements Action.Visitor<StepAttempt> {
        private final PlannedStep step;
        private final String code;
        private final boolean edited;

        Once(PlannedStep step, String code, boolean edited) {
            this.step = step;
            this.code = code;
            this.edited = edited;
        }

        @Override
        public StepAttempt script(Action.Script script) {
            return () -> commands.run(step, Programs.script(step.step(), script, code, context.values()), code);
        }

        @Override
        public StepAttempt console(Action.Console console) {
            List<ConsoleCommand> typed =
                    edited ? ConsoleText.commands(code, step.step().codeSpan()) : console.commands();
            return () -> commands.console(step, typed);
        }

        @Override
        public StepAttempt sql(Action.Sql sql) {
            return () -> commands.run(step, Programs.sql(sql, context.values()), code);
        }

        @Override
        public StepAttempt file(Action.FileContent file) {
            return () -> files.file(step, file, code);
        }

        @Override
        public StepAttempt patch(Action.Patch patch) {
            return () -> files.patch(step, patch, code);
        }

        @Override
        public StepAttempt manual(Action.Manual manual) {
            throw new IllegalStateException(
                    "a manual step is judged, not run: " + step.step().id());
        }
    }
}
