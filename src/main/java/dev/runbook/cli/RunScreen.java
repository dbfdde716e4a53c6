package dev.runbook.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run is shown on. Where a person looks at it while it happens, a line of its own below the output says how long a
 * step has been running: drawn only where the cursor stands at the beginning of a line, and erased before anything else is
 * printed.
 */
final class RunScreen implements AutoCloseable {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long INTERVAL_MS = 100;
    private static final String ERASE = "\r\u001b[K";
    private static final String RESET = "\u001b[0m";
    private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String PLAIN_FRAMES = "|/-\\";
    private static final int DEFAULT_COLUMNS = 80;

    private final PrintStream out;
    private final boolean live;
    private final String frames;
    private final IntSupplier columns;
    private boolean lineStart = true;
    private boolean drawn;
    private boolean closed;
    private @Nullable String label;
    private long since;
    private long quietSince;
    private int frame;
    private @Nullable Thread ticker;

    RunScreen(Host host) {
        this(host, () -> host.columns().orElse(DEFAULT_COLUMNS));
    }

    /**
     * A screen.
     *
     * @param columns its width, which may change
     */
    RunScreen(Host host, IntSupplier columns) {
        this.out = host.out();
        String term = host.variable("TERM");
        this.live = host.outIsTerminal() && !term.equals("dumb");
        this.frames = term.equals("linux") ? PLAIN_FRAMES : FRAMES;
        this.columns = columns;
    }

    /** Whether a person sees what is printed at once, on a terminal that can go back in a line. */
    boolean live() {
        return live;
    }

    int columns() {
        return columns.getAsInt();
    }

    synchronized void print(String text) {
        if (text.isEmpty()) {
            return;
        }
        erase();
        out.print(text);
        String bare = text.endsWith(RESET) ? text.substring(0, text.length() - RESET.length()) : text;
        lineStart = bare.isEmpty() ? lineStart : bare.endsWith("\n");
        if (live) {
            out.flush();
            quietSince = System.nanoTime();
        }
    }

    /** Ends a line that was begun. */
    synchronized void endLine() {
        if (!lineStart) {
            print("\n");
        }
    }

    synchronized void flush() {
        out.flush();
    }

    /** From now on a step runs. */
    synchronized void running(String what) {
        if (!live) {
            return;
        }
        label = what;
        since = System.nanoTime();
        quietSince = since;
        if (ticker == null) {
            ticker = new Thread(this::tick, "elapsed-time");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    /** None runs, or another program has the terminal. */
    synchronized void idle() {
        label = null;
        erase();
    }

    private void tick() {
        while (drawWhenDue()) {
            try {
                Thread.sleep(INTERVAL_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean drawWhenDue() {
        String what = label;
        long now = System.nanoTime();
        if (!closed && what != null && lineStart && now - quietSince >= FIRST) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - since);
            String time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
            String text = frames.charAt(frame++ % frames.length()) + " " + time + " " + what;
            out.print(ERASE + Cells.cut(text, columns() - 1));
            out.flush();
            drawn = true;
        }
        return !closed;
    }

    private void erase() {
        if (drawn) {
            drawn = false;
            out.print(ERASE);
        }
    }

    /** Leaves nothing but what was printed. */
    @Override
    public synchronized void close() {
        closed = true;
        idle();
        endLine();
        out.flush();
    }
}
