package dev.runbook.exec.local;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.QuietHome;
import dev.runbook.exec.shell.ShellBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LocalBackendTest extends BackendContract {
    @TempDir
    Path home;

    @Override
    protected Backend open() {
        return new ShellBackend(new QuietHome(new LocalLauncher("localhost", user()), home), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return System.getProperty("user.name");
    }
}
