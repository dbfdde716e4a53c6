package dev.runbook.verify;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Session;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.outcome.Place;
import java.util.Map;

/** Commands in a server that can be put in another's place between two steps, with the shells going on in it. */
final class Movable implements Backend {
    private final String timezone;
    private ServerContainer server;
    private ShellBackend shells;

    Movable(ServerContainer server, String timezone, Map<String, String> shells) {
        this.timezone = timezone;
        this.server = server;
        this.shells = new ShellBackend(server.launcher(), timezone, shells);
    }

    ServerContainer server() {
        return server;
    }

    /** Ends the shells here; what they knew. */
    Map<String, String> handOver() throws BackendException {
        return shells.handOver();
    }

    /** Goes on in another server; the one before is removed. */
    void moveTo(ServerContainer other, Map<String, String> known) {
        shells.close();
        server.close();
        server = other;
        shells = new ShellBackend(other.launcher(), timezone, known);
    }

    @Override
    public Place place() {
        return shells.place();
    }

    @Override
    public Session session(String user) throws BackendException {
        return shells.session(user);
    }

    @Override
    public Reply call(String user, String script, byte[] input) throws BackendException {
        return shells.call(user, script, input);
    }

    @Override
    public void close() {
        shells.close();
    }
}
