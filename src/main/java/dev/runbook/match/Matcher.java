package dev.runbook.match;

import dev.runbook.match.Alignment.Entry;
import dev.runbook.model.Expectation;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares an output with what was expected, line by line, as cram and scrut do.
 *
 * <ul>
 *   <li>A line is expected to end in a newline. An output whose last line has none differs, unless that line says {@code
 *       (no-eol)}, or is matched by a pattern: {@code (glob)} and {@code (re)} are about a line's text, as in scrut, and
 *       {@code ...} about nothing. {@code TEXT (no-eol) (esc)} is an escaped line without a newline, as cram writes it.
 *   <li>A line that is equal to an expected one, suffix and all, matches.
 *   <li>An expectation without lines is that of no output.
 *   <li>The part of an output that was not kept is matched by {@code ...} only.
 *   <li>A regular expression that takes too long on a line does not match it.
 * </ul>
 */
public final class Matcher {
    private Matcher() {}

    /** How the output differs; empty where it is as expected. */
    public static Optional<Mismatch> compare(Expectation expected, Output actual) {
        Alignment alignment = Alignment.of(expected, actual);
        return alignment.holds() ? Optional.empty() : Optional.of(mismatch(expected, alignment));
    }

    /** Between two matched lines the missing ones come first, as in a unified diff. */
    private static Mismatch mismatch(Expectation expected, Alignment alignment) {
        List<Mismatch.Line> lines = new ArrayList<>();
        List<Mismatch.Line> unexpected = new ArrayList<>();
        for (Entry entry : alignment.entries()) {
            switch (entry.kind()) {
                case MATCHED -> {
                    lines.addAll(unexpected);
                    unexpected.clear();
                    lines.add(line(Kind.MATCHED, alignment, entry));
                }
                case MISSING -> {
                    Expectation.Line missing = alignment.expected(entry);
                    lines.add(new Mismatch.Line(Kind.MISSING, missing.source(), Optional.of(missing.span()), false));
                }
                case UNEXPECTED -> unexpected.add(line(Kind.UNEXPECTED, alignment, entry));
                case UNUSED -> {}
            }
        }
        lines.addAll(unexpected);
        return new Mismatch(expected.span(), lines);
    }

    private static Mismatch.Line line(Kind kind, Alignment alignment, Entry entry) {
        boolean unexpected = kind == Kind.UNEXPECTED;
        return new Mismatch.Line(
                kind,
                alignment.written().text(entry.written()),
                unexpected
                        ? Optional.empty()
                        : Optional.of(alignment.expected(entry).span()),
                unexpected && !alignment.written().hasNewline(entry.written()));
    }
}
