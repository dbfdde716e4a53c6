package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.Command;
import dev.runbook.exec.Ended;
import dev.runbook.exec.Ended.How;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.OutputSink;
import dev.runbook.exec.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A user's shell, kept open. Where a block ends the shell (by {@code exit}, a failed command, a time limit), the next command
 * gets a new one that is told all that the old one knew.
 */
final class ShellSession implements Session {
    /** What ends a command's processes may take this long; after that, the shell is let go. */
    private static final long STOP_LIMIT_NANOS = 15_000_000_000L;

    private static final Duration HAND_OVER = Duration.ofSeconds(20);

    private final ShellBackend backend;
    private final String user;
    private final Map<String, String> variables = new HashMap<>();
    private final Guard guard;
    private @Nullable ShellProcess shell;
    private String state;
    private int commands;
    private volatile boolean stopping;
    private volatile @Nullable Mailbox waiting;

    /** @param state what an earlier shell handed over; may be empty */
    ShellSession(ShellBackend backend, String user, String state) {
        this.backend = backend;
        this.user = user;
        this.state = state;
        this.guard = new Guard(backend, user);
    }

    /** Starts the shell now: so that a user without one is found at once. */
    void open() throws BackendException {
        try {
            shell();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public Ended run(Command command, OutputSink sink) throws BackendException {
        stopping = false;
        try {
            return command.interactive() ? runAttached(command) : runHere(command, sink);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            waiting = null;
        }
    }

    private static BackendException interrupted() {
        Thread.currentThread().interrupt();
        return new BackendException(ExecCode.CONTACT_LOST, "thread interrupted");
    }

    private Ended runHere(Command command, OutputSink sink) throws BackendException, InterruptedException {
        ShellProcess at = shell();
        int number = ++commands;
        CommandScript script = new CommandScript(at.nonce());
        changed(command.variables()).forEach(script::variable);
        CommandWait wait = new CommandWait(at, command.separate(), sink);
        waiting = at.mailbox();
        long started = System.nanoTime();
        at.write(script.run(command, number).text());
        How how = How.EXITED;
        Thread stop = null;
        long limit = command.timeout().toNanos();
        String mark = at.nonce() + "-" + number;
        long guarded = started + Guard.QUICK_NANOS;
        boolean guarding = false;
        while (!wait.done()) {
            long left = limit - (System.nanoTime() - started);
            if (how == How.EXITED && (left <= 0 || stopping)) {
                how = stopping ? How.INTERRUPTED : How.TIMED_OUT;
                stop = stopper(StopScript.of(mark, at.pid(), wait.begunAt()));
                stop.start();
                started = System.nanoTime();
                limit = STOP_LIMIT_NANOS;
            } else if (left <= 0) {
                break;
            } else if (!guarding && wait.begunAt().isPresent() && System.nanoTime() - guarded >= 0) {
                guard.running(mark, at.pid(), wait.begunAt().get());
                guarding = true;
            } else {
                boolean soon = !guarding && wait.begunAt().isPresent();
                try {
                    wait.step(soon ? Math.min(left, Math.max(1, guarded - System.nanoTime())) : left);
                } catch (RuntimeException e) {
                    // Who takes the output can take no more of it, as when a record's disk is full: nothing may run
                    // unseen.
                    abandon(at, StopScript.of(mark, at.pid(), wait.begunAt()));
                    throw e;
                }
            }
        }
        if (stop != null) {
            // What ignores the first signal is ended by it a little later.
            stop.join(STOP_LIMIT_NANOS / 1_000_000);
        }
        if (guarding) {
            guard.ended();
        }
        return conclude(at, wait, how, command);
    }

    /** In a thread of its own: what the dying processes still write must be read meanwhile. */
    private Thread stopper(String script) {
        Thread thread = new Thread(
                () -> {
                    try {
                        backend.call(backend.keeper(user), script, new byte[0]);
                    } catch (BackendException e) {
                        // The place is gone, and the streams' end will say so.
                    }
                },
                "runbook-stop");
        thread.setDaemon(true);
        return thread;
    }

    private void abandon(ShellProcess at, String stopScript) throws InterruptedException {
        at.mailbox().close();
        Thread stop = stopper(stopScript);
        stop.start();
        stop.join(STOP_LIMIT_NANOS / 1_000_000);
        guard.ended();
        at.end();
        shell = null;
    }

    private Ended conclude(ShellProcess at, CommandWait wait, How how, Command command)
            throws BackendException, InterruptedException {
        if (wait.missing()) {
            throw missing(command);
        }
        if (wait.state() != null) {
            state = wait.state();
        }
        boolean gone = wait.state() != null || wait.closed() || !wait.done();
        if (gone) {
            OptionalInt status = wait.status();
            if (status.isEmpty() && wait.closed() && how == How.EXITED) {
                // Ended without a word: by exec, kill -9, or with the place itself.
                status = OptionalInt.of(at.exitStatus());
                backend.checkReachable();
            } else if (how == How.EXITED && wait.state() != null && status.equals(OptionalInt.of(0))) {
                // A shell that a signal ends tells the status of the command before it: its own end tells the two
                // apart.
                status = OptionalInt.of(at.exitStatusSoon().orElse(0));
            }
            at.end();
            shell = null;
            return new Ended(how, status, wait.failedAt(command));
        }
        return new Ended(how, wait.status(), wait.failedAt(command));
    }

    private static BackendException missing(Command command) {
        String program = command.program() instanceof Command.Program.Interpreter interpreter
                ? interpreter.arguments().get(0)
                : "";
        return new BackendException(ExecCode.NO_INTERPRETER, program);
    }

    private Ended runAttached(Command command) throws BackendException, InterruptedException {
        handOver(command.variables());
        Attached attached = new Attached(backend, user, state);
        Ended ended = attached.run(command);
        state = attached.state();
        return ended;
    }

    /** Ends the shell and keeps what it knew. */
    private void handOver(Map<String, String> wanted) throws BackendException, InterruptedException {
        Command exit =
                new Command(new Command.Program.Shell(), "exit 0\n", wanted, Optional.empty(), false, false, HAND_OVER);
        runHere(exit, (stream, bytes, offset, length) -> {});
    }

    /** Ends the shell. */
    String handOver() throws BackendException {
        try {
            handOver(Map.of());
            return state;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Map<String, String> changed(Map<String, String> wanted) {
        Map<String, String> changed = new HashMap<>(wanted);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(variables.get(entry.getKey())));
        variables.putAll(changed);
        return changed;
    }

    private ShellProcess shell() throws BackendException, InterruptedException {
        ShellProcess open = shell;
        if (open == null) {
            open = backend.start(user);
            open.write(Driver.start(open.nonce(), state, backend.timezone()));
            shell = open;
        }
        return open;
    }

    @Override
    public void interrupt() {
        Mailbox mailbox = waiting;
        if (mailbox != null) {
            stopping = true;
            mailbox.wake();
        }
    }

    void close() {
        if (shell != null) {
            shell.end();
        }
        shell = null;
        guard.close();
    }
}
