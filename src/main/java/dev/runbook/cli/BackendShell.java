package dev.runbook.cli;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Command;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.PlannedStep;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * A shell in the directory, and with the exported variables, that the steps before left in theirs. It is a shell of its own:
 * what is set in it ends with it.
 */
final class BackendShell implements StepShell {
    /** With the settings that its user has for interactive shells. */
    private static final String INTERACTIVE = "bash -i";

    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final Backend backend;
    private final Person person;

    BackendShell(Backend backend, Person person) {
        this.backend = backend;
        this.person = person;
    }

    @Override
    public void open(PlannedStep step) throws BackendException {
        Command command = new Command(
                new Command.Program.Shell(),
                INTERACTIVE,
                Map.of(),
                step.step().options().cwd(),
                false,
                true,
                NO_LIMIT);
        try {
            person.away(() -> {
                try {
                    return backend.session(step.user()).run(command, (stream, bytes, offset, length) -> {});
                } catch (BackendException e) {
                    throw new Failed(e);
                }
            });
        } catch (Failed e) {
            throw e.why;
        } catch (IOException e) {
            throw new BackendException(ExecCode.NO_TERMINAL, String.valueOf(e.getMessage()));
        }
    }

    /** Carries a reason out of where it cannot be thrown. */
    private static final class Failed extends IOException {
        private static final long serialVersionUID = 1;

        private final BackendException why;

        Failed(BackendException why) {
            super(why);
            this.why = why;
        }
    }
}
