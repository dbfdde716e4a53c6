package dev.runbook.exec.shell;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.Session;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Place;
import dev.runbook.values.Quoting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Any place in which programs can be started, with a shell a user that is kept open. */
public final class ShellBackend implements Backend {
    private static final String TRUE = "exit 0";

    private final Launcher launcher;
    private final String timezone;
    private final Accounts accounts;
    private final Map<String, String> shells;
    private final Map<String, ShellSession> sessions = new LinkedHashMap<>();

    /**
     * Takes over the launcher: it is closed with this.
     *
     * @param timezone an IANA name, for {@code TZ}
     */
    public ShellBackend(Launcher launcher, String timezone) {
        this(launcher, timezone, Map.of());
    }

    /**
     * With shells that go on where others ended.
     *
     * @param shells what {@link #handOver} gave
     */
    public ShellBackend(Launcher launcher, String timezone, Map<String, String> shells) {
        this.launcher = launcher;
        this.shells = Map.copyOf(shells);
        this.timezone = timezone;
        this.accounts = new Accounts(launcher.place().user());
    }

    @Override
    public Place place() {
        return launcher.place();
    }

    @Override
    public Session session(String user) throws BackendException {
        ShellSession session = sessions.get(user);
        if (session == null) {
            session = new ShellSession(this, user, shells.getOrDefault(user, ""));
            session.open();
            sessions.put(user, session);
        }
        return session;
    }

    /** Ends all shells. What each knew, by user: variables, functions, options and the folder, to begin others with. */
    public Map<String, String> handOver() throws BackendException {
        Map<String, String> known = new HashMap<>(shells);
        for (Map.Entry<String, ShellSession> session : sessions.entrySet()) {
            known.put(session.getKey(), session.getValue().handOver());
        }
        return known;
    }

    @Override
    public Reply call(String user, String script, byte[] input) throws BackendException {
        Channel channel = launcher.start(accounts.plain(user, script), input.length);
        CompletableFuture<byte[]> output = read(channel.output());
        CompletableFuture<byte[]> errors = read(channel.errors());
        try {
            channel.input().write(input);
        } catch (IOException e) {
            // A script that does not read its input is no error; one that failed says so by its status.
        }
        try {
            channel.input().close();
        } catch (IOException e) {
            // As above.
        }
        try {
            int status = channel.waitFor();
            return new Reply(status, Output.of(output.join()), Output.of(errors.join()));
        } catch (InterruptedException e) {
            channel.destroy();
            Thread.currentThread().interrupt();
            throw new BackendException(ExecCode.CONTACT_LOST, "thread interrupted");
        }
    }

    private static CompletableFuture<byte[]> read(InputStream in) {
        CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (in) {
                        bytes.complete(in.readAllBytes());
                    } catch (IOException | UncheckedIOException e) {
                        bytes.complete(new byte[0]);
                    }
                },
                "runbook-call");
        thread.setDaemon(true);
        thread.start();
        return bytes;
    }

    /** A new shell of the user's, with the login files behind it. */
    ShellProcess start(String user) throws BackendException, InterruptedException {
        try {
            return ShellProcess.start(launcher, user, script -> accounts.login(user, script));
        } catch (BackendException e) {
            throw e.code() == ExecCode.NO_SHELL ? explained(user, e) : e;
        }
    }

    private BackendException explained(String user, BackendException said) throws BackendException {
        String account = place().user();
        String known = "id -u -- " + Quoting.shell(user) + " >/dev/null 2>&1";
        if (call(account, known, new byte[0]).exitStatus() != 0) {
            return new BackendException(ExecCode.NO_SUCH_USER, user);
        }
        Reply allowed = call(user, TRUE, new byte[0]);
        if (allowed.exitStatus() != 0) {
            return new BackendException(
                    ExecCode.NOT_PERMITTED,
                    account,
                    user,
                    allowed.errors().text().strip());
        }
        return said;
    }

    /** Tells a shell that was ended from a place that is gone. */
    void checkReachable() throws BackendException {
        Reply reply = call(place().user(), TRUE, new byte[0]);
        if (reply.exitStatus() != 0) {
            throw new BackendException(
                    ExecCode.CONTACT_LOST, reply.errors().text().strip());
        }
    }

    /** Who can end the user's processes. */
    String keeper(String user) {
        return accounts.keeper(user);
    }

    /** Starts a script of the tool's own as the user. */
    Channel startPlain(String user, String script) throws BackendException {
        return launcher.start(accounts.plain(user, script));
    }

    /** The words that run a script with arguments as the user, for a terminal. */
    List<String> onTerminal(String user, String script, String... arguments) {
        List<String> words = new ArrayList<>(accounts.plain(user, script));
        words.add("runbook");
        words.addAll(List.of(arguments));
        return words;
    }

    Launcher launcher() {
        return launcher;
    }

    String timezone() {
        return timezone;
    }

    @Override
    public void close() {
        sessions.values().forEach(ShellSession::close);
        sessions.clear();
        launcher.close();
    }
}
