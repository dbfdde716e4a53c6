package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.model.RunbookId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a runbook is carried out once at a time on a host, whoever does it and from wherever. The host itself holds
 * the lock, in a process that ends with its input: when this process is killed, or the connection breaks, it is free again as
 * soon as the {@link Guard}s have had time to end what was running.
 */
public final class HostLock implements AutoCloseable {
    private static final int DIGITS = 16;

    private final Channel channel;

    private HostLock(Channel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or is refused at once.
     *
     * @param who for the one who is refused: run, user, host, start; on one line, without secrets
     * @throws BackendException {@link ExecCode#ALREADY_RUNNING}, or {@link ExecCode#NO_LOCK} where there can be none
     */
    public static HostLock take(Launcher launcher, RunbookId id, String who) throws BackendException {
        Channel channel = launcher.start(
                List.of("bash", "--noprofile", "--norc", "-c", script(), "runbook-lock", name(id), plain(who)));
        HostLock lock = new HostLock(channel);
        Said errors = Said.of(channel.errors(), OutputStream.nullOutputStream());
        boolean held = false;
        try {
            BufferedReader said = new BufferedReader(new InputStreamReader(channel.output(), StandardCharsets.UTF_8));
            // An account's login files may print something of their own first.
            for (String line = said.readLine(); line != null && !held; line = said.readLine()) {
                if (line.equals("held")) {
                    String holder = said.readLine();
                    throw new BackendException(
                            ExecCode.ALREADY_RUNNING, id.path(), holder == null ? "?" : plain(holder));
                }
                if (line.equals("locked")) {
                    held = true;
                    return lock;
                }
            }
            throw new BackendException(ExecCode.NO_LOCK, errors.lastWords("bash"));
        } catch (IOException e) {
            throw new BackendException(ExecCode.NO_LOCK, String.valueOf(e.getMessage()));
        } finally {
            if (!held) {
                lock.close();
            }
        }
    }

    /** A name for a file: of any id, with a part that a person can read. */
    private static String name(RunbookId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.path().getBytes(StandardCharsets.UTF_8));
            String readable = id.name().replaceAll("[^A-Za-z0-9_-]", "_");
            return readable.substring(0, Math.min(readable.length(), 40))
                    + "."
                    + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On one line, and harmless in a terminal: another user of the host may have written it. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]", " ")
                .strip();
    }

    private static String script() throws BackendException {
        try (InputStream in = Objects.requireNonNull(HostLock.class.getResourceAsStream("lock.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BackendException(ExecCode.NO_LOCK, String.valueOf(e.getMessage()));
        }
    }

    /** Frees it. */
    @Override
    public void close() {
        try (OutputStream input = channel.input()) {
            input.write("free\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Its process has ended, and the lock with it.
        }
        // So that who asks next, even at once, is not refused; for no longer than a broken connection is worth.
        Thread waiter = new Thread(
                () -> {
                    try {
                        channel.waitFor();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "runbook-lock");
        waiter.setDaemon(true);
        waiter.start();
        try {
            waiter.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiter.interrupt();
        channel.destroy();
    }
}
