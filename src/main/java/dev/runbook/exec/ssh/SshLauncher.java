package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Starts programs on another machine, by the system's {@code ssh}, so that the person's configuration, agent and jump hosts
 * hold. It connects once; a link that is dead for 45 seconds counts as broken, and is never made again silently.
 *
 * <p>All words of one program together may be 120 KiB long.
 */
public final class SshLauncher implements Launcher {
    /** The variable with further options for every call of ssh, separated by blanks ({@code -F file -o Key=value}). */
    public static final String OPTIONS = "RUNBOOK_SSH_OPTIONS";

    // What ssh itself ends with when it could not do its part; a program may end with it too.
    private static final int SSH_FAILED = 255;

    private final Connection connection;

    private SshLauncher(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects. What ssh has to ask (a password, whether a host's key is right) it asks at this process's terminal, which must
     * be as a shell would leave it.
     *
     * @param environment holds {@link #OPTIONS} or not
     * @param says is given what ssh says of itself while it connects, as it comes
     * @throws BackendException {@link ExecCode#UNREACHABLE} with ssh's last words
     */
    public static SshLauncher connect(SshTarget target, Map<String, String> environment, OutputStream says)
            throws BackendException, InterruptedException {
        String options = environment.getOrDefault(OPTIONS, "").strip();
        return new SshLauncher(
                Connection.open(target, options.isEmpty() ? List.of() : List.of(options.split("\\s+")), says));
    }

    @Override
    public Place place() {
        return connection.place();
    }

    @Override
    public Channel start(List<String> arguments) throws BackendException {
        checkContact();
        return connection.ssh().start(arguments);
    }

    @Override
    public int attach(List<String> arguments) throws BackendException, InterruptedException {
        checkContact();
        // No escape character: "~." at the start of a line is for the program. Quiet: else ssh adds that a connection
        // closed.
        List<String> words =
                connection.ssh().over(List.of("-t", "-e", "none", "-o", "LogLevel=ERROR"), RemoteCommand.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(words).inheritIO().start();
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, place().host(), String.valueOf(e.getMessage()));
        }
        try {
            int status = process.waitFor();
            if (status == SSH_FAILED) {
                checkContact();
            }
            return status;
        } finally {
            process.destroy();
        }
    }

    private void checkContact() throws BackendException {
        if (connection.isLost()) {
            throw connection.lost();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
