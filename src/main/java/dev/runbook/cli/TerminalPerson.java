package dev.runbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * A person at this process's terminal. The terminal is in its own mode only while a question waits: in between it is as it
 * was, so that a command, a stop or a crash finds it whole.
 */
final class TerminalPerson implements Person {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_Z = 26;
    private static final int ESCAPE = 27;
    private static final int DEFAULT_COLUMNS = 80;
    private static final int DEFAULT_ROWS = 24;
    /** How soon {@link #wake} is noticed, in ms. */
    private static final long POLL = 100;
    /** How long the rest of a function key's sequence may take, in ms. */
    private static final long SEQUENCE = 20;

    private final Terminal terminal;
    private final Runnable suspend;
    private final AtomicReference<@Nullable Thread> lineThread = new AtomicReference<>();
    private volatile boolean woken;

    /** Whether a key is awaited: on a terminal without raw mode Ctrl-C then comes as a signal, and never as a key. */
    private volatile boolean keyWaiting;

    private volatile boolean keyInterrupted;
    private @Nullable LineReader reader;

    /**
     * A person at a terminal that is given.
     *
     * @param suspend stops this process until it is continued, as Ctrl-Z does
     */
    TerminalPerson(Terminal terminal, Runnable suspend) {
        this.terminal = terminal;
        this.suspend = suspend;
    }

    /** The person at the process's own terminal. */
    static TerminalPerson ofProcess() throws IOException {
        // Signals are ours: the library would set back what it finds when a line has been read.
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .provider("exec")
                .nativeSignals(false)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .build();
        if (terminal.getSize().getColumns() <= 0) {
            // A serial line, whose size nobody has set: without one no line can be edited.
            terminal.setSize(Size.of(DEFAULT_COLUMNS, DEFAULT_ROWS));
        }
        return new TerminalPerson(terminal, TerminalPerson::stopGroup);
    }

    /** The whole group, as the terminal's driver does it: a script that started this process stops with it. */
    private static void stopGroup() {
        try {
            new ProcessBuilder("sh", "-c", "kill -TSTP 0").start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int key(Runnable question) throws Gone {
        while (true) {
            int key = raw(question);
            if (key == CTRL_Z) {
                suspend.run();
            } else if (key == CTRL_C || key == CTRL_D || key < 0) {
                throw new Gone(key == CTRL_C || woken);
            } else if (key != ESCAPE && key != 0) {
                return key == '\r' ? ENTER : Character.toLowerCase(key);
            }
        }
    }

    private int nextKey(NonBlockingReader keys) throws IOException {
        int key = NonBlockingReader.READ_EXPIRED;
        keyInterrupted = false;
        keyWaiting = true;
        try {
            while (key == NonBlockingReader.READ_EXPIRED) {
                if (woken) {
                    return NonBlockingReader.EOF;
                }
                if (keyInterrupted) {
                    return CTRL_C;
                }
                key = keys.read(POLL);
            }
        } finally {
            keyWaiting = false;
        }
        if (key == ESCAPE) {
            // A function key: none of its letters is an answer.
            while (keys.read(SEQUENCE) >= 0) {}
        }
        return key;
    }

    /** A key, with the terminal in a mode in which one is there as soon as it is pressed, and none is a signal. */
    private int raw(Runnable question) {
        Attributes before = terminal.getAttributes();
        Attributes raw = new Attributes(before);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
        raw.setControlChar(Attributes.ControlChar.VMIN, 1);
        raw.setControlChar(Attributes.ControlChar.VTIME, 0);
        terminal.setAttributes(raw);
        try {
            NonBlockingReader keys = terminal.reader();
            // An impatient Enter, typed while a step ran, must not answer the question that follows.
            while (keys.read(1) >= 0) {}
            question.run();
            return nextKey(keys);
        } catch (IOException e) {
            return NonBlockingReader.EOF;
        } finally {
            terminal.setAttributes(before);
        }
    }

    @Override
    public String line(String prompt, String initial) throws Gone {
        return read(prompt, null, initial);
    }

    @Override
    public String secret(String prompt) throws Gone {
        return read(prompt, '\0', "");
    }

    private String read(String prompt, @Nullable Character mask, String initial) throws Gone {
        lineThread.set(Thread.currentThread());
        try {
            if (woken) {
                throw new Gone(true);
            }
            return reader().readLine(prompt, null, mask, initial);
        } catch (UserInterruptException e) {
            throw new Gone(true);
        } catch (EndOfFileException e) {
            throw new Gone(woken);
        } finally {
            lineThread.set(null);
            // An interruption that came when the line had been read.
            Thread.interrupted();
        }
    }

    private LineReader reader() {
        LineReader made = reader;
        if (made == null) {
            made = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("runbook")
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .variable(LineReader.DISABLE_COMPLETION, true)
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.BRACKETED_PASTE, false)
                    .build();
            reader = made;
        }
        return made;
    }

    @Override
    public OptionalInt columns() {
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            // For such a terminal the library makes a size up.
            return OptionalInt.empty();
        }
        int width = terminal.getSize().getColumns();
        return width > 0 ? OptionalInt.of(width) : OptionalInt.empty();
    }

    @Override
    public <T> T away(Away<T> away) throws IOException {
        Attributes before = terminal.getAttributes();
        try {
            return away.run();
        } finally {
            terminal.setAttributes(before);
        }
    }

    @Override
    public void wake() {
        woken = true;
        interruptLine();
    }

    /** Ctrl-C while a line is edited, or a key awaited without raw mode, reaches the process as a signal. */
    void interruptLine() {
        Thread waiting = lineThread.get();
        if (waiting != null) {
            terminal.raise(Terminal.Signal.INT);
        } else if (keyWaiting) {
            keyInterrupted = true;
        }
    }

    @Override
    public void redraw() {
        if (lineThread.get() != null) {
            terminal.raise(Terminal.Signal.WINCH);
            terminal.raise(Terminal.Signal.CONT);
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // Then it is gone, and with it what was to be set back.
        }
    }

    @Override
    public String toString() {
        return terminal.getType().toLowerCase(Locale.ROOT);
    }
}
