package dev.runbook.values;

/** Looks for patterns in one text as it comes, byte by byte. */
final class PatternScanner {
    static final long NOTHING = -1;

    private static final int LAST = Patterns.PIECE - 1;

    private final Patterns patterns;
    private final ByteAutomaton automaton;

    /** The bytes read last, and where in the text each stood; index: how many were read before it, modulo the length. */
    private final byte[] window = new byte[Patterns.PIECE];

    private final long[] positions = new long[Patterns.PIECE];

    private int state = ByteAutomaton.ROOT;
    private long count;
    private long hash;

    /** {@link #count} at the end of the last piece found; {@link #NOTHING} where none can follow any more. */
    private long chainCount = NOTHING;

    private long chainEnd;

    PatternScanner(Patterns patterns) {
        this.patterns = patterns;
        this.automaton = patterns.automaton();
    }

    /** Whether no pattern has begun. */
    boolean isIdle() {
        return state == ByteAutomaton.ROOT && chainCount == NOTHING;
    }

    /** Forgets what was read. */
    void reset() {
        state = ByteAutomaton.ROOT;
        chainCount = NOTHING;
    }

    /**
     * Reads a byte. One that no pattern begins with need not be read while {@link #isIdle}.
     *
     * @param position where it stands; positions only grow, and may have gaps
     * @return where the longest pattern that it ends begins, or {@link #NOTHING}
     */
    long read(byte b, long position) {
        int slot = (int) count & LAST;
        if (patterns.hasPieces()) {
            hash = Patterns.roll(hash, b, window[slot]);
            window[slot] = b;
        }
        positions[slot] = position;
        count++;
        state = automaton.next(state, b);
        int length = automaton.longest(state);
        if (patterns.hasPieces() && endsPiece(length)) {
            return extend(position + 1);
        }
        return length == 0 ? NOTHING : positions[(int) (count - length) & LAST];
    }

    /** Takes the last piece to the parts found; what stands between it and the one before is between pieces of a whole. */
    private long extend(long end) {
        long start = positions[(int) (count - Patterns.PIECE) & LAST];
        long from = chainCount == NOTHING ? start : Math.min(start, chainEnd);
        chainCount = count;
        chainEnd = end;
        return from;
    }

    /** Whether the first piece of a pattern ends here, or one that goes on where another ended. */
    private boolean endsPiece(int length) {
        if (chainCount != NOTHING && count - Patterns.PIECE > chainCount) {
            chainCount = NOTHING;
        }
        return length == Patterns.PIECE || (chainCount != NOTHING && patterns.isPiece(hash));
    }

    /**
     * Where the earliest pattern that may still come begins, or goes on after a part already found.
     *
     * @param end the position after the text's last byte
     */
    long open(long end) {
        int depth = automaton.depth(state);
        long begun = depth == 0 ? end : positions[(int) (count - depth) & LAST];
        return chainCount == NOTHING ? begun : Math.min(begun, chainEnd);
    }
}
