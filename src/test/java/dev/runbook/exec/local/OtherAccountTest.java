package dev.runbook.exec.local;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.testing.Tools;

/** The way over to another account is the same in all places. */
class OtherAccountTest extends BackendContract {
    @Override
    protected Backend open() {
        Tools.requireRoot();
        return new ShellBackend(new LocalLauncher("localhost", "root"), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return "nobody";
    }
}
