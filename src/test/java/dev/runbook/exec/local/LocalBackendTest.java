package dev.runbook.exec.local;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.shell.ShellBackend;

class LocalBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return new ShellBackend(new LocalLauncher("localhost", user()), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return System.getProperty("user.name");
    }
}
