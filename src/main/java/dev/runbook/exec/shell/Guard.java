package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a command does not outlive this process, unseen and unrecorded, while somebody resumes the run: a process
 * beside the shell is told what runs, and ends it when its own input ends, be it by {@code kill -9} or a broken connection.
 */
final class Guard {
    /** A command that is over sooner is not worth a word: who is back within that time finds it ended. */
    static final long QUICK_NANOS = 100_000_000L;

    private final ShellBackend backend;
    private final String user;
    private @Nullable Channel channel;

    Guard(ShellBackend backend, String user) {
        this.backend = backend;
        this.user = user;
    }

    /** A command is running; the arguments are those of {@link StopScript#of}. */
    void running(String mark, String shell, String begunAt) {
        tell(mark + " " + shell + " " + begunAt + "\n");
    }

    /** No command is running. */
    void ended() {
        tell("\n");
    }

    private void tell(String line) {
        try {
            Channel to = channel;
            if (to == null) {
                to = backend.startPlain(backend.keeper(user), StopScript.guard());
                channel = to;
            }
            to.input().write(line.getBytes(StandardCharsets.US_ASCII));
            to.input().flush();
        } catch (BackendException | IOException e) {
            // Where the place is gone, the command's own streams say so.
        }
    }

    /** Lets it end; what it knows to run ends with it. */
    void close() {
        if (channel != null) {
            try {
                channel.input().close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
        channel = null;
    }
}
