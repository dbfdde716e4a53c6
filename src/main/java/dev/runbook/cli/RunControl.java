package dev.runbook.cli;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Executor;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.StepOutcome;
import org.jspecify.annotations.Nullable;

/** What a signal means, by what is going on. Told of signals by their own thread. */
final class RunControl implements ExecutionListener {
    /** What can be done to a run from outside. */
    interface Handle {
        /** Ends the command that runs; what follows is asked. */
        void interrupt();

        /** Ends the run, with its record complete. */
        void stop();
    }

    /** What an executor can be told. */
    static Handle of(Executor executor) {
        return new Handle() {
            @Override
            public void interrupt() {
                executor.interrupt();
            }

            @Override
            public void stop() {
                executor.stop();
            }
        };
    }

    /** A signal that ends a process. */
    enum Signal {
        INT(2),
        TERM(15),
        HUP(1);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        /** The exit status of a process that it ended, as shells give it. */
        int exitCode() {
            return 128 + number;
        }
    }

    private final boolean asks;
    private @Nullable Handle handle;
    private @Nullable TerminalPerson person;
    private boolean running;
    private boolean interactive;
    private boolean asking;
    private boolean interrupted;
    private @Nullable Signal ended;

    /**
     * Before anything runs.
     *
     * @param asks whether a person is asked after a first Ctrl-C
     */
    RunControl(boolean asks) {
        this.asks = asks;
    }

    /** There is a run to act on. A signal that came before stops it at once. */
    synchronized void controls(Handle run) {
        handle = run;
        if (ended != null) {
            run.stop();
        }
    }

    /** There is a person, whose questions a signal ends. */
    synchronized void asks(TerminalPerson asked) {
        person = asked;
    }

    /** A question begins or ends. */
    synchronized void asking(boolean now) {
        asking = now;
    }

    /** The signal that the run ended for, if it did. */
    synchronized @Nullable Signal ended() {
        return ended;
    }

    /** Ctrl-C. */
    synchronized void interrupt() {
        if (asking) {
            // Another program may have the terminal meanwhile: then the signal is its business.
            if (person != null) {
                person.interruptLine();
            }
        } else if (interactive) {
            // The signal is the step's business.
            return;
        } else if (running && asks && !interrupted) {
            interrupted = true;
            if (handle != null) {
                handle.interrupt();
            }
        } else {
            end(Signal.INT);
        }
    }

    /** The person left by Ctrl-C, or a signal ended the process. */
    synchronized void end(Signal signal) {
        if (ended == null) {
            ended = signal;
        }
        if (handle != null) {
            handle.stop();
        }
        if (person != null && signal != Signal.INT) {
            person.wake();
        }
    }

    /** The terminal's size changed, or the process goes on after Ctrl-Z. */
    synchronized void redraw() {
        if (person != null) {
            person.redraw();
        }
    }

    @Override
    public synchronized void started(PlannedStep step, String code, boolean edited) {
        running = true;
        interrupted = false;
        interactive = step.step().options().interactive();
    }

    @Override
    public synchronized void finished(PlannedStep step, StepOutcome outcome) {
        running = false;
        interactive = false;
    }
}
