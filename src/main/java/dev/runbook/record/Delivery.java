package dev.runbook.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is to be shown back until what it is recorded by is on the disk, and has that done neither too often nor too
 * late. All but {@link #close} is called with this object's monitor held; the timer takes it.
 */
final class Delivery {
    /** Writes are at least this far apart, but for those that cannot wait; nothing waits longer. A blink of an eye. */
    static final int INTERVAL_MILLIS = 50;

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS);

    /** More than this is not held in memory. */
    private static final int MAX_HELD = 1 << 18;

    private final JournalFile file;
    private final Runnable closePart;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable ScheduledThreadPoolExecutor timer;
    private @Nullable Future<?> due;
    private long lastForce = System.nanoTime() - INTERVAL;
    private int held;
    private boolean unwritten;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /**
     * A delivery that has held nothing yet.
     *
     * @param closePart adds, with {@link #line}, the line of what was given to {@link #then} alone
     */
    Delivery(JournalFile file, Runnable closePart) {
        this.file = file;
        this.closePart = closePart;
    }

    /** A line, and what is to be shown once it is on the disk. */
    void add(Map<String, Object> fields, Runnable show) {
        requireUsable();
        closePart.run();
        line(fields);
        waiting.add(show);
    }

    /** A line alone. */
    void line(Map<String, Object> fields) {
        file.add(fields);
        unwritten = true;
    }

    /**
     * What is to be shown, and is not a line yet.
     *
     * @param recorded how many bytes of a line it will be; with 0 it is shown and not recorded
     */
    void then(Runnable show, int recorded) {
        requireUsable();
        waiting.add(show);
        held += recorded;
        unwritten |= recorded > 0;
    }

    /** Records and shows all there is. */
    void now() {
        requireUsable();
        try {
            closePart.run();
            if (unwritten) {
                file.force();
                unwritten = false;
                lastForce = System.nanoTime();
            }
        } catch (JournalException e) {
            failure = e;
            waiting.clear();
            throw e;
        }
        held = 0;
        for (Runnable show = waiting.poll(); show != null; show = waiting.poll()) {
            show.run();
        }
    }

    /** Records and shows all there is within {@link #INTERVAL_MILLIS}. */
    void soon() {
        long since = System.nanoTime() - lastForce;
        if (!unwritten || since >= INTERVAL || held + file.pendingBytes() > MAX_HELD) {
            now();
        } else if (due == null) {
            due = timer().schedule(this::timeIsUp, INTERVAL - since, TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void timeIsUp() {
        due = null;
        if (closed || failure != null) {
            return;
        }
        try {
            now();
        } catch (RuntimeException e) {
            // It is told to who calls next: nobody waits for this thread.
            failure = e;
        }
    }

    private ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "journal");
                thread.setDaemon(true);
                return thread;
            });
        }
        return timer;
    }

    private void requireUsable() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        try {
            if (failure == null) {
                now();
            }
        } finally {
            closed = true;
            if (timer != null) {
                timer.shutdownNow();
            }
            try {
                file.close();
            } catch (IOException e) {
                // All that was written is on the disk already.
                waiting.clear();
            }
        }
    }
}
