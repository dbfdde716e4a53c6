package dev.runbook.values;

/** Finds where secrets stand in one text as it comes, in forms that are exact and in forms with white space in them. */
final class SecretFinder {
    /** So much white space in a row breaks no encoding; a form that has begun before it has ended. */
    private static final int MAX_GAP = 256;

    private final PatternScanner exact;
    private final PatternScanner packed;
    private final boolean[] begins = new boolean[256];
    private int gap;

    SecretFinder(Patterns exact, Patterns packed) {
        this.exact = new PatternScanner(exact);
        this.packed = new PatternScanner(packed);
        for (int i = 0; i < begins.length; i++) {
            begins[i] = exact.automaton().begins((byte) i) || packed.automaton().begins((byte) i);
        }
    }

    /**
     * Reads on.
     *
     * @param position where the first of the bytes stands in the text
     * @param found where what is found is added
     */
    void read(byte[] text, int from, int to, long position, MaskedRanges found) {
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (!begins[b & 0xFF] && exact.isIdle() && packed.isIdle()) {
                continue;
            }
            long at = position + (i - from);
            long start = exact.read(b, at);
            if (start != PatternScanner.NOTHING) {
                found.add(start, at + 1);
            }
            if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                if (++gap > MAX_GAP) {
                    packed.reset();
                }
            } else {
                gap = 0;
                start = packed.read(b, at);
                if (start != PatternScanner.NOTHING) {
                    found.add(start, at + 1);
                }
            }
        }
    }

    /** Where the earliest secret that may have begun, or gone on, begins; {@code end}, the text's, if none. */
    long open(long end) {
        return Math.min(exact.open(end), packed.open(end));
    }

    void reset() {
        exact.reset();
        packed.reset();
    }
}
