package dev.runbook.exec.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Bytes from one thread to another, at most so many at a time: who writes faster than is read waits. Why not Java's own: its
 * reader looks once a second whether something came, and its writer's thread must not end.
 */
final class BytePipe {
    private static final int SIZE = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[SIZE];
    private int from;
    private int length;
    private boolean ended;
    private boolean abandoned;

    /** Where bytes go in. Once its reader is closed, writing fails. */
    final OutputStream writer = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            put(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, bytes.length);
            put(bytes, offset, count);
        }

        @Override
        public void close() {
            end();
        }
    };

    /** Where they come out. */
    final InputStream reader = new InputStream() {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return take(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, bytes.length);
            return count == 0 ? 0 : take(bytes, offset, count);
        }

        @Override
        public void close() {
            abandon();
        }
    };

    private void put(byte[] bytes, int offset, int count) throws IOException {
        int at = offset;
        int left = count;
        lock.lock();
        try {
            while (left > 0) {
                awaitWhile(() -> length == SIZE && !abandoned && !ended);
                if (abandoned || ended) {
                    throw new IOException("nobody reads any more");
                }
                int to = (from + length) % SIZE;
                int part = Math.min(left, Math.min(SIZE - length, SIZE - to));
                System.arraycopy(bytes, at, ring, to, part);
                length += part;
                at += part;
                left -= part;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int offset, int count) throws IOException {
        lock.lock();
        try {
            awaitWhile(() -> length == 0 && !ended && !abandoned);
            if (length == 0 || abandoned) {
                return -1;
            }
            int part = Math.min(count, Math.min(length, SIZE - from));
            System.arraycopy(ring, from, bytes, offset, part);
            from = (from + part) % SIZE;
            length -= part;
            changed.signalAll();
            return part;
        } finally {
            lock.unlock();
        }
    }

    private void awaitWhile(BooleanSupplier condition) throws IOException {
        try {
            while (condition.getAsBoolean()) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** No more will come; what is there can still be read. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void abandon() {
        lock.lock();
        try {
            abandoned = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
