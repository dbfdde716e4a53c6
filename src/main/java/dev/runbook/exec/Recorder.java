package dev.runbook.exec;

import dev.runbook.outcome.Output;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Keeps the beginning and the end of what it is given. */
final class Recorder {
    private final int limit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private byte[] ring = new byte[0];
    private long behindHead;

    /**
     * An empty one.
     *
     * @param limit how many bytes of each of the two are kept
     */
    Recorder(int limit) {
        this.limit = limit;
    }

    void add(byte[] bytes, int offset, int length) {
        int toHead = Math.min(length, limit - head.size());
        head.write(bytes, offset, toHead);
        int from = offset + toHead;
        int left = length - toHead;
        if (left > 0 && ring.length == 0) {
            ring = new byte[limit];
        }
        if (left > limit) {
            behindHead += left - limit;
            from += left - limit;
            left = limit;
        }
        while (left > 0) {
            int at = (int) (behindHead % limit);
            int part = Math.min(left, limit - at);
            System.arraycopy(bytes, from, ring, at, part);
            behindHead += part;
            from += part;
            left -= part;
        }
    }

    Output output() {
        if (behindHead <= limit) {
            byte[] all = Arrays.copyOf(head.toByteArray(), head.size() + (int) behindHead);
            System.arraycopy(ring, 0, all, head.size(), (int) behindHead);
            return Output.of(all);
        }
        byte[] tail = new byte[limit];
        int at = (int) (behindHead % limit);
        System.arraycopy(ring, at, tail, 0, limit - at);
        System.arraycopy(ring, 0, tail, limit - at, at);
        return Output.of(head.toByteArray(), behindHead - limit, tail);
    }
}
