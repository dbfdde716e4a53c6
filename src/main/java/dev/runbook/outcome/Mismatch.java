package dev.runbook.outcome;

import dev.runbook.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * How an output differs from what was expected: all lines of both in order, as a diff.
 *
 * @param expectation where the expectation stands
 */
public record Mismatch(Span expectation, List<Line> lines) {
    public Mismatch {
        lines = List.copyOf(lines);
    }

    /** What a line of a diff says. */
    public enum Kind {
        /** Written, and as expected. */
        MATCHED,
        /** Expected, and not written. */
        MISSING,
        /** Written, and not expected. */
        UNEXPECTED
    }

    /**
     * One line.
     *
     * @param text without its newline: of what was written, as {@link ByteText}, or of what is missing as its author wrote it
     * @param source where the line that it matches, or that is missing, stands
     * @param noNewline whether the output ends here without a newline, where that is part of the difference
     */
    public record Line(Kind kind, String text, Optional<Span> source, boolean noNewline) {}
}
