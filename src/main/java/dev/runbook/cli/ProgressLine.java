package dev.runbook.cli;

import dev.runbook.i18n.Messages;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line at the bottom of a terminal, redrawn in place at most ten times a second. Work that ends at once shows
 * nothing: a flash of text tells nobody anything.
 */
final class ProgressLine implements ProgressDisplay {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Messages texts;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(System.nanoTime() + FIRST);
    private volatile Phase phase = Phase.READING;
    private volatile int total;
    private boolean drawn;
    private boolean closed;

    /** A line on the terminal behind {@code err}; erased too when the process is interrupted. */
    ProgressLine(PrintStream err, Messages texts) {
        this.err = err;
        this.texts = texts;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clear-progress"));
    }

    @Override
    public void begin(Phase begun, int count) {
        done.set(0);
        total = count;
        phase = begun;
        drawWhenDue();
    }

    @Override
    public void advance() {
        done.incrementAndGet();
        drawWhenDue();
    }

    private void drawWhenDue() {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL)) {
            draw();
        }
    }

    private synchronized void draw() {
        if (closed) {
            return;
        }
        drawn = true;
        String what = texts.get("progress." + phase.name().toLowerCase(Locale.ROOT));
        err.print(ERASE + texts.get("progress.line", what, Math.min(done.get(), total), total));
        err.flush();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (drawn) {
            drawn = false;
            err.print(ERASE);
            err.flush();
        }
    }
}
