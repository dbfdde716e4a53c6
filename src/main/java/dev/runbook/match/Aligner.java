package dev.runbook.match;

import dev.runbook.match.Alignment.Entry;
import dev.runbook.match.Alignment.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the best alignment by dynamic programming over (written line, state). State 2k: k expected lines are done; state
 * 2k + 1: line k has matched and may match again. Time is lines times lines. Only each n-th row is kept, and those between
 * are computed again on the way back, so that memory grows with the square root of the output.
 */
final class Aligner {
    private static final long NEVER = Long.MIN_VALUE / 2;
    /** What a missing line, an unexpected one, or one in the place of the other costs. */
    private static final long DIFFERENCE = 1;

    /** How the best way into a state came there. */
    private static final byte BEGIN = 0;

    private static final byte UNEXPECTED = 1;
    private static final byte MATCH = 2;
    private static final byte MATCH_AGAIN = 3;
    private static final byte REPLACED = 4;
    private static final byte DONE = 5;
    private static final byte LEFT_OUT = 6;

    private final MatchTable table;
    private final int lines;
    private final int states;
    private final int rows;
    /** What a line that matches is worth: more than all differences together. */
    private final long matched;

    Aligner(MatchTable table) {
        this.table = table;
        this.lines = table.expectedCount();
        this.states = 2 * lines + 1;
        this.rows = table.writtenCount();
        this.matched = DIFFERENCE * (2L * rows + lines + 1);
    }

    List<Entry> entries() {
        int step = Math.max(1, (int) Math.sqrt(8.0 * rows));
        List<long[]> kept = new ArrayList<>();
        long[] row = firstRow(new byte[states]);
        byte[] unused = new byte[states];
        for (int r = 0; r < rows; r++) {
            if (r % step == 0) {
                kept.add(row);
            }
            row = nextRow(row, r, unused);
        }
        List<Entry> backwards = new ArrayList<>(rows + lines);
        int state = states - 1;
        for (int k = kept.size() - 1; k >= 0; k--) {
            int first = k * step;
            state = back(kept.get(k), first, Math.min(first + step, rows), state, backwards);
        }
        byte[] choices = new byte[states];
        firstRow(choices);
        while (state > 0) {
            state = stepInRow(state, choices[state], backwards);
        }
        Collections.reverse(backwards);
        return backwards;
    }

    /** Follows the choices from a state after line {@code end} - 1 back to one before line {@code start}. */
    private int back(long[] before, int start, int end, int from, List<Entry> backwards) {
        byte[][] choices = new byte[end - start][states];
        long[] row = before;
        for (int r = start; r < end; r++) {
            row = nextRow(row, r, choices[r - start]);
        }
        int state = from;
        int r = end - 1;
        while (r >= start) {
            byte choice = choices[r - start][state];
            if (choice == DONE || choice == LEFT_OUT) {
                state = stepInRow(state, choice, backwards);
            } else {
                state = stepToRowAbove(state, choice, r, backwards);
                r--;
            }
        }
        return state;
    }

    private int stepInRow(int state, byte choice, List<Entry> backwards) {
        if (choice == DONE) {
            return state - 1;
        }
        int line = state / 2 - 1;
        backwards.add(new Entry(table.isOptional(line) ? Kind.UNUSED : Kind.MISSING, line, -1));
        return state - 2;
    }

    private static int stepToRowAbove(int state, byte choice, int row, List<Entry> backwards) {
        switch (choice) {
            case MATCH, MATCH_AGAIN -> {
                boolean mayRepeat = state % 2 == 1;
                int line = mayRepeat ? state / 2 : state / 2 - 1;
                backwards.add(new Entry(Kind.MATCHED, line, row));
                return choice == MATCH_AGAIN ? state : 2 * line;
            }
            case REPLACED -> {
                backwards.add(new Entry(Kind.UNEXPECTED, -1, row));
                backwards.add(new Entry(Kind.MISSING, state / 2 - 1, -1));
                return state - 2;
            }
            default -> {
                backwards.add(new Entry(Kind.UNEXPECTED, -1, row));
                return state;
            }
        }
    }

    private long[] firstRow(byte[] choices) {
        long[] row = new long[states];
        Arrays.fill(row, NEVER);
        row[0] = 0;
        choices[0] = BEGIN;
        for (int line = 0; line < lines; line++) {
            leave(row, line, choices);
        }
        return row;
    }

    private long[] nextRow(long[] above, int written, byte[] choices) {
        long[] row = new long[states];
        for (int state = 0; state < states; state++) {
            row[state] = above[state] - DIFFERENCE;
            choices[state] = UNEXPECTED;
        }
        for (int line = 0; line < lines; line++) {
            int begun = 2 * line;
            boolean matches = table.matches(line, written);
            if (matches) {
                long gain = table.isAnyLines(line) ? 0 : matched;
                int next = table.mayRepeat(line) ? begun + 1 : begun + 2;
                improve(row, next, above[begun] + gain, MATCH, choices);
                improve(row, begun + 1, above[begun + 1] + gain, MATCH_AGAIN, choices);
            }
            if (!table.isOptional(line)) {
                improve(row, begun + 2, above[begun] - DIFFERENCE, REPLACED, choices);
            }
            leave(row, line, choices);
        }
        return row;
    }

    private void leave(long[] row, int line, byte[] choices) {
        int begun = 2 * line;
        improve(row, begun + 2, row[begun + 1], DONE, choices);
        improve(row, begun + 2, row[begun] - (table.isOptional(line) ? 0 : DIFFERENCE), LEFT_OUT, choices);
    }

    /** Of equals the first stays: a line in the place of a missing one is preferred to two differences apart. */
    private static void improve(long[] row, int state, long value, byte choice, byte[] choices) {
        if (value > row[state]) {
            row[state] = value;
            choices[state] = choice;
        }
    }
}
