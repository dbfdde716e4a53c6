package dev.runbook.match;

import dev.runbook.outcome.ByteText;
import dev.runbook.outcome.Output;
import java.util.Arrays;

/**
 * An output's lines, split at {@code \n} only; what follows the last newline is a line if it is not empty. Where a part of
 * the output was not kept, that part, with the pieces of lines before and behind it, counts as one line: the gap.
 */
final class OutputLines {
    private final byte[] bytes;
    private final int[] starts;
    private final int[] ends;
    private final int count;
    private final int gap;
    private final long dropped;
    private final int gapAt;
    private int decodedLine = -1;
    private String decoded = "";

    OutputLines(Output output) {
        bytes = output.bytes();
        dropped = output.dropped();
        gapAt = output.isWhole() ? -1 : output.head().length;
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        int[] from = new int[lines];
        int[] to = new int[lines];
        int n = 0;
        int foundGap = -1;
        int start = 0;
        while (start < bytes.length || (start == gapAt && foundGap < 0)) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (start <= gapAt && gapAt <= end) {
                foundGap = n;
            }
            from[n] = start;
            to[n++] = end;
            start = end + 1;
        }
        starts = from;
        ends = to;
        count = n;
        gap = foundGap;
    }

    int count() {
        return count;
    }

    /** Whether a newline ends the line. */
    boolean hasNewline(int line) {
        return ends[line] < bytes.length;
    }

    boolean isGap(int line) {
        return line == gap;
    }

    boolean equals(int line, byte[] expected) {
        return !isGap(line)
                && ends[line] - starts[line] == expected.length
                && Arrays.equals(bytes, starts[line], ends[line], expected, 0, expected.length);
    }

    /** The line as {@link ByteText}, without its newline; of the gap, what is left of it and how many bytes are not. */
    String text(int line) {
        if (line != decodedLine) {
            decoded = isGap(line)
                    ? ByteText.of(bytes, starts[line], gapAt)
                            + "[… "
                            + dropped
                            + " B …]"
                            + ByteText.of(bytes, gapAt, ends[line])
                    : ByteText.of(bytes, starts[line], ends[line]);
            decodedLine = line;
        }
        return decoded;
    }
}
