package dev.runbook.values;

import java.util.Arrays;

/** Masks one output as it comes. What it gives in all does not depend on how the output was cut into parts. */
final class MaskingStream implements Masker.Stream {
    private static final byte[] NOTHING = {};

    private final SecretFinder finder;
    private final MaskedRanges found = new MaskedRanges();

    /** What has come and may not be shown yet. */
    private byte[] held = NOTHING;

    /** Where {@link #held} begins. */
    private long shown;

    /** Where the last mask shown ends: what comes before that is part of it. */
    private long maskedUntil = -1;

    MaskingStream(Patterns exact, Patterns packed) {
        finder = new SecretFinder(exact, packed);
    }

    @Override
    public byte[] feed(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return NOTHING;
        }
        finder.read(bytes, offset, offset + length, shown + held.length, found);
        long end = shown + held.length + length;
        long open = finder.open(end);
        if (held.length == 0 && open == end && found.isEmpty() && maskedUntil <= shown) {
            shown = end;
            return offset == 0 && length == bytes.length ? bytes : Arrays.copyOfRange(bytes, offset, offset + length);
        }
        byte[] text = Arrays.copyOf(held, held.length + length);
        System.arraycopy(bytes, offset, text, held.length, length);
        return show(text, open);
    }

    @Override
    public boolean holdsBack() {
        return held.length > 0;
    }

    @Override
    public byte[] flush() {
        finder.reset();
        return show(held, shown + held.length);
    }

    /** Gives what stands before a position, and holds the rest back. */
    private byte[] show(byte[] text, long until) {
        ByteSink sink = new ByteSink((int) (until - shown) + Masker.MASK_BYTES.length);
        long at = shown;
        int done = 0;
        while (done < found.size() && found.start(done) < until) {
            // One that touches the mask shown last is part of it.
            if (found.start(done) > maskedUntil) {
                at = Math.min(until, Math.max(at, maskedUntil));
                sink.add(text, (int) (at - shown), (int) (found.start(done) - shown));
                sink.add(Masker.MASK_BYTES, 0, Masker.MASK_BYTES.length);
                at = found.start(done);
            }
            maskedUntil = Math.max(maskedUntil, found.end(done));
            done++;
        }
        found.dropFirst(done);
        at = Math.min(until, Math.max(at, maskedUntil));
        sink.add(text, (int) (at - shown), (int) (until - shown));
        held = Arrays.copyOfRange(text, (int) (until - shown), text.length);
        shown = until;
        return sink.bytes();
    }
}
