package dev.runbook.cli;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Where the steps of a run are carried out. */
final class Places {
    private Places() {}

    /** The place that the options name. */
    static Backend open(Invocation invocation, ExecOptions options) throws BackendException {
        return new ShellBackend(launcher(invocation, options), ZoneId.systemDefault().getId());
    }

    private static Launcher launcher(Invocation invocation, ExecOptions options) throws BackendException {
        return new LocalLauncher(host(), account());
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
