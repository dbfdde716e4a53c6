package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * The output that a command must give, line by line.
 *
 * @param exitStatus of a last line {@code [2]}; empty: the step's own {@code exit=}
 */
public record Expectation(Span span, List<Line> lines, OptionalInt exitStatus, Stream stream) {
    public Expectation {
        lines = List.copyOf(lines);
    }

    /** Which output is compared. */
    public enum Stream {
        /** Standard output and error together, in the order they came. */
        BOTH,
        STDOUT,
        STDERR
    }

    /** How a line is compared; the suffix in the source is the lower-case name. */
    public enum Kind {
        EQUAL,
        GLOB,
        RE,
        ESC,
        /** Equal, and the output ends there without a newline. */
        NO_EOL,
        /** {@code ...}: any number of lines. */
        ANY_LINES
    }

    /** How often a line may occur. */
    public enum Quantifier {
        ONE(1, 1),
        OPTIONAL(0, 1),
        ANY(0, Integer.MAX_VALUE),
        SOME(1, Integer.MAX_VALUE);

        private final int min;
        private final int max;

        Quantifier(int min, int max) {
            this.min = min;
            this.max = max;
        }

        public int min() {
            return min;
        }

        public int max() {
            return max;
        }
    }

    /**
     * One line of it.
     *
     * @param source the line as written, suffix included
     * @param text what is compared: the line without its suffix
     */
    public record Line(Kind kind, Quantifier quantifier, String source, String text, Span span) {}
}
