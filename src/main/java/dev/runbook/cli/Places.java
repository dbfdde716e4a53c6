package dev.runbook.cli;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.exec.rehearsal.RehearsalLauncher;
import dev.runbook.exec.shell.HostLock;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.exec.ssh.SshLauncher;
import dev.runbook.exec.ssh.SshTarget;
import dev.runbook.record.RunHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Where the steps of a run are carried out. */
final class Places {
    private Places() {}

    /** What is held until it is closed. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A place that is open.
     *
     * @param rehearsal the same as the launcher, where it is one
     */
    record Open(Backend backend, Launcher launcher, Optional<RehearsalLauncher> rehearsal) implements AutoCloseable {
        /** Keeps others from carrying the runbook out on this host meanwhile; a rehearsal is in nobody's way. */
        Lock lock(RunHeader header) throws BackendException {
            if (rehearsal.isPresent()) {
                return () -> {};
            }
            String who = String.join(
                    ", ",
                    header.run(),
                    header.operator().user() + "@" + header.operator().host(),
                    header.started().toString());
            return HostLock.take(launcher, header.runbook(), who)::close;
        }

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
                return new Open(backend(rehearsal), rehearsal, Optional.of(rehearsal));
            }
            Launcher launcher = launcher(invocation, options.on());
            return new Open(backend(launcher), launcher, Optional.empty());
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
