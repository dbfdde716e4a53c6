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
        try {
            if (options.rehearse()) {
                RehearsalLauncher rehearsal = RehearsalLauncher.start(host(), account());
                return new Open(backend(rehearsal), Optional.of(rehearsal));
            }
            return new Open(backend(launcher(invocation, options.on())), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(Problem.INPUT_OUTPUT, e.toString());
        }
    }

    private static Launcher launcher(Invocation invocation, Optional<String> on)
            throws BackendException, InterruptedException {
        if (on.isEmpty()) {
            return new LocalLauncher(host(), account());
        }
        return SshLauncher.connect(
                SshTarget.parse(on.get()),
                invocation.host().environment(),
                invocation.host().err());
    }

    private static Backend backend(Launcher launcher) {
        return new ShellBackend(launcher, ZoneId.systemDefault().getId());
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
