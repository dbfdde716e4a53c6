package dev.runbook.patch;

import java.util.List;

/**
 * One hunk of a unified diff.
 *
 * @param headerLine its header's line in the patch, from 1
 */
record Hunk(int headerLine, Side before, Side after) {
    /**
     * What a hunk says of one of the two files.
     *
     * @param start the line, from 1, that the header names; where there are no lines, that after which they would be
     * @param lines in order, context among them
     * @param endsWithoutNewline whether the last of them has no newline
     */
    record Side(int start, List<String> lines, boolean endsWithoutNewline) {
        Side {
            lines = List.copyOf(lines);
        }

        /** The index among a file's lines that the header names. */
        int index() {
            return lines.isEmpty() ? start : Math.max(0, start - 1);
        }

        int size() {
            return lines.size();
        }
    }
}
