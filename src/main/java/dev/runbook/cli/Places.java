package dev.runbook.cli;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.exec.rehearsal.RehearsalLauncher;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.exec.ssh.SshLauncher;
import dev.runbook.exec.ssh.SshTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Where the steps of a run are carried out. */
final class Places {
    private Places() {}

    /**
     * A place that is open.
     *
     * @param rehearsal the same as the launcher, where it is one
     */
    record Open(Backend backend, Optional<RehearsalLauncher> rehearsal) implements AutoCloseable {
        @Override
        public void close() {
            backend.close();
        }
    }

    /** The place that the options name. */
    static Open open(Invocation invocation, ExecOptions options) throws BackendException, CommandFailed {
        if (options.rehearse()) {
            RehearsalLauncher rehearsal = rehearsal();
            return new Open(backend(rehearsal), Optional.of(rehearsal));
        }
        Optional<String> on = options.on();
        Launcher launcher = on.isEmpty()
                ? new LocalLauncher(host(), account())
                : SshLauncher.connect(
                        SshTarget.parse(on.get()),
                        invocation.host().environment(),
                        invocation.host().err());
        return new Open(backend(launcher), Optional.empty());
    }

    private static Backend backend(Launcher launcher) {
        return new ShellBackend(launcher, ZoneId.systemDefault().getId());
    }

    private static RehearsalLauncher rehearsal() throws BackendException, CommandFailed {
        try {
            return RehearsalLauncher.start(host(), account());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(Problem.INPUT_OUTPUT, String.valueOf(e.getMessage()));
        }
    }

    /** The account that this process runs as. */
    static String account() {
        return System.getProperty("user.name", "");
    }

    /** This machine's own name. */
    static String host() {
        try {
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            if (!name.isEmpty()) {
                return name;
            }
        } catch (IOException e) {
            // Not Linux.
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
