package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One running bash that reads commands from its standard input, and the threads that read what it writes. */
final class ShellProcess {
    private static final int BUFFER = 1 << 16;
    private static final int NONCE_BYTES = 16;
    /** Longer than a login waits for a session manager that does not answer (25 s, and again when it is asked to end). */
    private static final long START_LIMIT_NANOS = 90_000_000_000L;

    private static final int UNKNOWN = -1;
    private static final int SOON_MILLIS = 2000;
    private static final int SAID_AT_START = 2000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Channel channel;
    private final Mailbox mailbox = new Mailbox();
    private final String nonce;
    private final FrameParser out;
    private final FrameParser err;
    private String pid = "";

    private ShellProcess(Channel channel, String nonce) {
        this.channel = channel;
        this.nonce = nonce;
        this.out = new FrameParser(nonce);
        this.err = new FrameParser(nonce);
    }

    /**
     * Starts one and waits until the user's login files are through.
     *
     * @param words from a script, the words that run it as the user
     * @throws BackendException {@link ExecCode#NO_SHELL} with what it said instead
     */
    static ShellProcess start(Launcher launcher, String user, Function<String, List<String>> words)
            throws BackendException, InterruptedException {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        // The login files run first, and must not find the commands on their standard input.
        String script = "printf '\\0%shello %s\\0' " + nonce + " $$; exec bash --noprofile --norc";
        ShellProcess shell = new ShellProcess(launcher.start(words.apply(script)), nonce);
        shell.pump(shell.channel.output(), false);
        shell.pump(shell.channel.errors(), true);
        Optional<String> refusal = shell.waitForHello();
        if (refusal.isPresent()) {
            shell.end();
            throw new BackendException(ExecCode.NO_SHELL, user, refusal.get());
        }
        return shell;
    }

    private void pump(InputStream in, boolean errors) {
        Thread thread = new Thread(
                () -> {
                    try {
                        byte[] buffer = new byte[BUFFER];
                        int length = in.read(buffer);
                        boolean wanted = true;
                        while (length >= 0 && wanted) {
                            byte[] bytes = java.util.Arrays.copyOf(buffer, length);
                            wanted = mailbox.put(new Mailbox.Piece(errors, new Mailbox.Chunk(bytes, length), false));
                            length = in.read(buffer);
                        }
                    } catch (IOException e) {
                        // The stream was closed under us: it has ended, which is said below.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    try {
                        mailbox.put(new Mailbox.Piece(errors, new Mailbox.Chunk(new byte[0], 0), true));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "runbook-shell-" + (errors ? "err" : "out"));
        thread.setDaemon(true);
        thread.start();
    }

    /** Empty when it came; else what was said instead. */
    private Optional<String> waitForHello() throws InterruptedException {
        StringBuilder said = new StringBuilder();
        FrameParser.Handler handler = new FrameParser.Handler() {
            @Override
            public void data(byte[] bytes, int offset, int length) {
                // What login files print is nobody's output.
                said.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void frame(String payload) {
                pid = payload.substring(payload.indexOf(' ') + 1);
            }
        };
        long deadline = System.nanoTime() + START_LIMIT_NANOS;
        int open = 2;
        while (pid.isEmpty() && open > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            Mailbox.Piece piece = mailbox.poll(left);
            if (piece != null) {
                open -= piece.end() ? 1 : 0;
                (piece.errors() ? err : out).feed(piece.chunk().bytes, piece.chunk().length, handler);
            }
        }
        if (!pid.isEmpty()) {
            return Optional.empty();
        }
        String text = said.toString().strip().replace('\n', ' ');
        return Optional.of(text.length() > SAID_AT_START ? text.substring(0, SAID_AT_START) : text);
    }

    /** What the driver's frames begin with; hard to guess, so that no output is taken for one. */
    String nonce() {
        return nonce;
    }

    /** The shell's process number where it runs. */
    String pid() {
        return pid;
    }

    /** False: it no longer reads. */
    boolean write(String text) {
        try {
            channel.input().write(text.getBytes(StandardCharsets.UTF_8));
            channel.input().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Mailbox mailbox() {
        return mailbox;
    }

    FrameParser parser(boolean errors) {
        return errors ? err : out;
    }

    /** Waits a little for the process's end, once its streams have ended. */
    int exitStatus() throws InterruptedException {
        return channel.waitFor();
    }

    /** Its end's status; empty if what it left in the background keeps that from being known. */
    OptionalInt exitStatusSoon() throws InterruptedException {
        AtomicInteger status = new AtomicInteger(UNKNOWN);
        Thread wait = new Thread(
                () -> {
                    try {
                        status.set(channel.waitFor());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "runbook-shell-end");
        wait.setDaemon(true);
        wait.start();
        wait.join(SOON_MILLIS);
        wait.interrupt();
        int found = status.get();
        return found == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Closes its input, at which an idle shell ends, and lets go of it. */
    void end() {
        mailbox.close();
        try {
            channel.input().close();
        } catch (IOException e) {
            // It has ended already.
        }
        channel.destroy();
    }
}
