package dev.runbook.exec.ssh;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.shell.ShellBackend;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SshBackendTest extends BackendContract {
    private Sshd sshd;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sshd = Sshd.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        if (sshd != null) {
            sshd.stop();
        }
    }

    @Override
    protected Backend open() throws Exception {
        return new ShellBackend(
                SshLauncher.connect(sshd.target(), sshd.environment(), OutputStream.nullOutputStream()), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return System.getProperty("user.name");
    }
}
