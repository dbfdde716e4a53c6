package dev.runbook.values;

import java.util.Arrays;

/**
 * The byte strings to be found in one kind of text. One longer than {@link #PIECE} is found by its first piece and goes on as
 * long as further pieces follow, of which only a hash is kept: a secret of a megabyte has a dozen forms.
 */
final class Patterns {
    /** Bytes; a power of two. */
    static final int PIECE = 1024;

    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

    /** {@link #BASE} to the power of {@link #PIECE}: what the byte that leaves a window was multiplied by. */
    private static final long LEAVING = power();

    private final ByteAutomaton automaton = new ByteAutomaton();
    private long[] pieces = new long[16];
    private int pieceCount;

    void add(byte[] pattern) {
        automaton.add(pattern, 0, Math.min(PIECE, pattern.length));
        if (pattern.length > PIECE) {
            for (int from = PIECE; from < pattern.length; from += PIECE) {
                addPiece(pattern, Math.min(from, pattern.length - PIECE));
            }
        }
    }

    private void addPiece(byte[] pattern, int from) {
        long hash = 0;
        for (int i = from; i < from + PIECE; i++) {
            hash = hash * BASE + pattern[i];
        }
        if (pieceCount == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieceCount * 2);
        }
        pieces[pieceCount++] = hash;
    }

    /** Ends the adding. */
    void link() {
        automaton.link();
        pieces = Arrays.stream(pieces, 0, pieceCount).sorted().distinct().toArray();
    }

    ByteAutomaton automaton() {
        return automaton;
    }

    /** Whether there are patterns of more than one piece. */
    boolean hasPieces() {
        return pieces.length > 0;
    }

    boolean isPiece(long hash) {
        return Arrays.binarySearch(pieces, hash) >= 0;
    }

    /** The hash of a window of {@link #PIECE} bytes that has moved on by one. */
    static long roll(long hash, byte entering, byte leaving) {
        return hash * BASE + entering - leaving * LEAVING;
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < PIECE; i++) {
            power *= BASE;
        }
        return power;
    }
}
