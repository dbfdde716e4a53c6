package dev.runbook.exec.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pieces on their way from the threads that read a shell's streams to the one that waits for its command. Holds few, so that
 * a command that writes faster than it is read waits, as at a terminal.
 */
final class Mailbox {
    private static final int CAPACITY = 16;

    /**
     * A piece of a stream.
     *
     * @param end whether the stream has ended; then there are no bytes
     */
    record Piece(boolean errors, Chunk chunk, boolean end) {}

    /** Bytes that nobody changes any more. */
    static final class Chunk {
        final byte[] bytes;
        final int length;

        Chunk(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private boolean closed;
    private boolean woken;

    /** Waits for room. False: nobody will take it any more. */
    boolean put(Piece piece) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (pieces.size() >= CAPACITY && !closed) {
                room.await();
            }
            pieces.add(piece);
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The next piece; null after {@code nanos} or {@link #wake}. */
    @Nullable Piece poll(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (pieces.isEmpty() && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            Piece piece = pieces.poll();
            room.signal();
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /** Makes a {@link #poll} that waits, or the next one, return. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who put go on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            pieces.clear();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The longest wait that {@link #poll} may be given without overflow. */
    static final long FOREVER = TimeUnit.DAYS.toNanos(10_000);
}
