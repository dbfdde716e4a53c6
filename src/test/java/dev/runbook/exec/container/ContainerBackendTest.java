package dev.runbook.exec.container;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.testing.Tools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerBackendTest extends BackendContract {
    private static Engine engine;
    private static ServerContainer server;

    @BeforeAll
    static void start() throws Exception {
        Tools.requireBaseImage();
        engine = Engine.connect();
        server = Servers.start(engine);
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    protected Backend open() {
        return new ShellBackend(server.launcher(), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return "mastodon";
    }
}
