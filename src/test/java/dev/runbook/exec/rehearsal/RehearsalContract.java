package dev.runbook.exec.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendContract;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.outcome.Place;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One rehearsal for all tests of a class, which start with sessions of their own, for a user whom only the rehearsal has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RehearsalContract extends BackendContract {
    private final boolean services;
    private RehearsalLauncher inside;

    RehearsalContract(boolean services) {
        this.services = services;
    }

    @BeforeAll
    void start() throws Exception {
        HostState.requireRehearsals();
        inside = RehearsalLauncher.start("localhost", "root", services);
        Channel added = inside.start(List.of("useradd", "--create-home", "--shell", "/bin/bash", user()));
        assertEquals(0, added.waitFor());
    }

    @AfterAll
    void stop() {
        if (inside != null) {
            inside.close();
        }
    }

    @Override
    protected Backend open() {
        return new ShellBackend(new Kept(inside), "Asia/Tokyo");
    }

    @Override
    protected String user() {
        return "runbook-test";
    }

    /** Stays when a backend is closed. */
    private record Kept(Launcher launcher) implements Launcher {
        @Override
        public Place place() {
            return launcher.place();
        }

        @Override
        public Channel start(List<String> arguments) throws BackendException {
            return launcher.start(arguments);
        }

        @Override
        public int attach(List<String> arguments) throws BackendException, InterruptedException {
            return launcher.attach(arguments);
        }

        @Override
        public void close() {}
    }
}
