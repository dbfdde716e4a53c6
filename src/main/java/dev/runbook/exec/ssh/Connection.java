package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Said;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One authenticated connection that others share: ssh's own control master, in the background, out of reach of a Ctrl-C.
 *
 * <p>A guard, a small process in a session of its own, keeps one channel of the connection open and waits at a pipe from this
 * process. When the pipe closes, be it that this process was killed, or when the connection breaks, the guard ends the master
 * and removes the folder with its socket. Should the guard be killed too, the master ends by itself a little after its last
 * channel.
 */
final class Connection implements AutoCloseable {
    private static final int PERSIST_SECONDS = 30;
    private static final Path NULL = Path.of("/dev/null");
    private static final String GUARD = """
            "$@" >/dev/null
            ssh -F none -S "$CONTROL" -O exit runbook >/dev/null 2>&1
            rm -rf -- "$FOLDER"
            """;

    private final SharedSsh ssh;
    private final Place place;
    private final Process guard;
    private final Said guardSays;

    private Connection(SharedSsh ssh, Place place) throws IOException {
        this.ssh = ssh;
        this.place = place;
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "sh"));
        words.addAll(ssh.over(List.of("-T"), "exec cat"));
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CONTROL", ssh.folder().controlPath());
        builder.environment().put("FOLDER", ssh.folder().path().toString());
        this.guard = builder.start();
        this.guardSays = Said.of(guard.getErrorStream(), OutputStream.nullOutputStream());
    }

    /**
     * Connects: ssh asks at this process's terminal what it has to ask.
     *
     * @param says is given what ssh says, as it comes
     */
    static Connection open(SshTarget target, List<String> options, OutputStream says)
            throws BackendException, InterruptedException {
        SharedSsh ssh = new SharedSsh(target, options, ControlFolder.create());
        boolean open = false;
        try {
            connect(ssh, says);
            Connection connection = new Connection(ssh, RemotePlace.ask(ssh));
            open = true;
            return connection;
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, target.toString(), String.valueOf(e.getMessage()));
        } finally {
            if (!open) {
                exit(ssh.folder());
            }
        }
    }

    private static void connect(SharedSsh ssh, OutputStream says)
            throws IOException, BackendException, InterruptedException {
        Process master = new ProcessBuilder(ssh.master(PERSIST_SECONDS))
                .redirectInput(NULL.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Said said = Said.of(master.getErrorStream(), says);
            int status = master.waitFor();
            if (status != 0) {
                String last = said.lastWords("ssh: " + status);
                throw new BackendException(ExecCode.UNREACHABLE, ssh.target().toString(), last);
            }
        } finally {
            master.destroy();
        }
    }

    SharedSsh ssh() {
        return ssh;
    }

    Place place() {
        return place;
    }

    /** Whether the connection is known to be no more. */
    boolean isLost() {
        return !guard.isAlive() || !Files.exists(ssh.folder().socket());
    }

    BackendException lost() {
        return new BackendException(
                ExecCode.CONTACT_LOST, guardSays.lastWords(ssh.target().toString()));
    }

    /** Ends the connection and all channels over it. */
    @Override
    public void close() {
        exit(ssh.folder());
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is closed all the same.
        }
        waitBriefly(guard);
        guard.destroy();
        ssh.folder().delete();
    }

    private static void exit(ControlFolder folder) {
        if (Files.exists(folder.socket())) {
            try {
                Process exit = new ProcessBuilder(
                                "ssh", "-F", "none", "-S", folder.controlPath(), "-O", "exit", "runbook")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                waitBriefly(exit);
                exit.destroy();
            } catch (IOException e) {
                // Without ssh there is no master either.
            }
        }
        folder.delete();
    }

    /** Up to five seconds; a thread that is interrupted waits no more, and stays interrupted. */
    private static void waitBriefly(Process process) {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
