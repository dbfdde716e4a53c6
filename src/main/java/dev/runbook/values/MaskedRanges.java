package dev.runbook.values;

import java.util.Arrays;

/** The parts of a text that belong to secrets: in order, apart from each other, merged where they touch. */
final class MaskedRanges {
    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private int size;

    /** Those of a whole text. */
    static MaskedRanges of(byte[] text, Patterns exact, Patterns packed) {
        SecretFinder finder = new SecretFinder(exact, packed);
        MaskedRanges ranges = new MaskedRanges();
        finder.read(text, 0, text.length, 0, ranges);
        return ranges;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** Adds a range whose end is not before that of any other. */
    void add(long start, long end) {
        long from = start;
        while (size > 0 && ends[size - 1] >= from) {
            size--;
            from = Math.min(from, starts[size]);
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = from;
        ends[size++] = end;
    }

    /** Drops the first ranges. */
    void dropFirst(int count) {
        System.arraycopy(starts, count, starts, 0, size - count);
        System.arraycopy(ends, count, ends, 0, size - count);
        size -= count;
    }

    /** A part of the text with each range in it replaced, also one that reaches over the part's ends. */
    byte[] masked(byte[] text, int from, int to) {
        ByteSink sink = new ByteSink(to - from + Masker.MASK_BYTES.length);
        int at = from;
        for (int i = 0; i < size && starts[i] < to; i++) {
            if (ends[i] > from) {
                sink.add(text, at, (int) Math.max(at, starts[i]));
                if (starts[i] < ends[i]) {
                    sink.add(Masker.MASK_BYTES, 0, Masker.MASK_BYTES.length);
                }
                at = (int) Math.min(to, ends[i]);
            }
        }
        sink.add(text, at, to);
        return sink.bytes();
    }
}
