package dev.runbook.values;

import java.util.Arrays;

/**
 * Finds many byte strings at once in time that does not depend on how many they are (Aho and Corasick). A state stands for
 * the longest end of what was read that begins a pattern; {@link #ROOT} for none.
 */
final class ByteAutomaton {
    static final int ROOT = 0;

    private static final int NONE = -1;

    /** Cells; up to this many, all transitions are written down, which makes reading several times as fast. */
    private static final int MAX_TABLE = 4 * 1024 * 1024;

    private final int[] fromRoot = new int[256];
    private int[] firstChild = {NONE};
    private int[] sibling = {NONE};
    private int[] fallback = {ROOT};
    private int[] depth = {0};
    private int[] longest = {0};
    private byte[] label = {0};
    private int size = 1;

    /** The transitions: a row for each state, in it a cell for each byte that occurs in patterns and one for all others. */
    private int[] table = {};

    private final int[] columns = new int[256];
    private int columnCount = 1;

    /** Adds a pattern; not after {@link #link}. */
    void add(byte[] pattern, int offset, int length) {
        int state = ROOT;
        for (int i = offset; i < offset + length; i++) {
            int child = child(state, pattern[i]);
            state = child == NONE ? grow(state, pattern[i]) : child;
        }
        longest[state] = depth[state];
    }

    /** Makes the automaton ready to be used; it does not change after that. */
    void link() {
        int[] queue = new int[size];
        int end = 0;
        for (int child = firstChild[ROOT]; child != NONE; child = sibling[child]) {
            queue[end++] = child;
        }
        for (int at = 0; at < end; at++) {
            int state = queue[at];
            longest[state] = Math.max(longest[state], longest[fallback[state]]);
            for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
                fallback[child] = next(fallback[state], label[child]);
                queue[end++] = child;
            }
        }
        if ((long) size * columnCount <= MAX_TABLE) {
            fillTable(queue, end);
        }
    }

    private void fillTable(int[] statesByDepth, int count) {
        int[] cells = new int[size * columnCount];
        for (int b = 0; b < 256; b++) {
            cells[columns[b]] = fromRoot[b];
        }
        for (int at = 0; at < count; at++) {
            int state = statesByDepth[at];
            System.arraycopy(cells, fallback[state] * columnCount, cells, state * columnCount, columnCount);
            for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
                cells[state * columnCount + columns[label[child] & 0xFF]] = child;
            }
        }
        table = cells;
    }

    boolean isEmpty() {
        return size == 1;
    }

    /** Whether a pattern begins with a byte. */
    boolean begins(byte b) {
        return fromRoot[b & 0xFF] != ROOT;
    }

    int next(int state, byte b) {
        if (table.length > 0) {
            return table[state * columnCount + columns[b & 0xFF]];
        }
        for (int from = state; from != ROOT; from = fallback[from]) {
            int child = child(from, b);
            if (child != NONE) {
                return child;
            }
        }
        return fromRoot[b & 0xFF];
    }

    /** How many of the bytes read last begin a pattern. */
    int depth(int state) {
        return depth[state];
    }

    /** The length of the longest pattern that ends with the byte read last; 0 for none. */
    int longest(int state) {
        return longest[state];
    }

    private int child(int state, byte b) {
        if (state == ROOT) {
            int child = fromRoot[b & 0xFF];
            return child == ROOT ? NONE : child;
        }
        int child = firstChild[state];
        while (child != NONE && label[child] != b) {
            child = sibling[child];
        }
        return child;
    }

    private int grow(int parent, byte b) {
        if (size == label.length) {
            int larger = size * 2;
            firstChild = Arrays.copyOf(firstChild, larger);
            sibling = Arrays.copyOf(sibling, larger);
            fallback = Arrays.copyOf(fallback, larger);
            depth = Arrays.copyOf(depth, larger);
            longest = Arrays.copyOf(longest, larger);
            label = Arrays.copyOf(label, larger);
        }
        int state = size++;
        firstChild[state] = NONE;
        sibling[state] = firstChild[parent];
        firstChild[parent] = state;
        depth[state] = depth[parent] + 1;
        label[state] = b;
        if (columns[b & 0xFF] == 0) {
            columns[b & 0xFF] = columnCount++;
        }
        if (parent == ROOT) {
            fromRoot[b & 0xFF] = state;
        }
        return state;
    }
}
