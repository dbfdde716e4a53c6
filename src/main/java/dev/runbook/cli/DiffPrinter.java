package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Mismatch.Line;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How an output differs, for a terminal: {@code -} what was expected, {@code +} what was written, and two spaces before
 * what is the same, of which long stretches are folded. What cannot be seen is written out, and where one line stands in
 * another's place, a caret is under the first character that differs.
 */
final class DiffPrinter {
    /** Lines that stay visible beside a difference. */
    private static final int CONTEXT = 3;
    /** Lines that stay visible of a long difference, at its start and at its end. */
    private static final int SHOWN_START = 30;

    private static final int SHOWN_END = 15;
    private static final String EXPECTED = "31";
    private static final String ACTUAL = "32";
    private static final Pattern PATTERN =
            Pattern.compile(" \\((?:(?:glob|re|esc|no-eol)[?*+]?|[?*+])\\)\\z|\\A\\.\\.\\.\\z");

    private final Style style;
    private final Messages messages;
    private final DiffLine printer;

    /**
     * A printer for one reader.
     *
     * @param width the terminal's cells in a row
     */
    DiffPrinter(Style style, int width, Language language) {
        this.style = style;
        this.messages = Messages.of(DiffPrinter.class, "diff", language);
        this.printer = new DiffLine(style, width);
    }

    /** The diff's lines, each with its newline. */
    String print(Mismatch mismatch) {
        StringBuilder out = new StringBuilder();
        String place =
                mismatch.expectation().file() + ":" + mismatch.expectation().startLine();
        out.append(style.paint(EXPECTED, messages.get("expected", Terminal.clean(place))))
                .append('\n')
                .append(style.paint(ACTUAL, messages.get("actual")))
                .append('\n');
        List<Line> lines = mismatch.lines();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            boolean matched = lines.get(at).kind() == Kind.MATCHED;
            while (end < lines.size() && (lines.get(end).kind() == Kind.MATCHED) == matched) {
                end++;
            }
            if (matched) {
                same(lines.subList(at, end), at == 0, end == lines.size(), out);
            } else {
                changed(lines.subList(at, end), out);
            }
            at = end;
        }
        return out.toString();
    }

    private void same(List<Line> lines, boolean first, boolean last, StringBuilder out) {
        int head = first ? 0 : CONTEXT;
        int tail = last ? 0 : CONTEXT;
        int folded = lines.size() - head - tail;
        for (int i = 0; i < lines.size(); i++) {
            // To fold a single line would save nothing.
            if (folded > 1 && i >= head && i < lines.size() - tail) {
                fold("fold.matched", folded, out);
                i = lines.size() - tail - 1;
            } else {
                printer.same(lines.get(i).text(), out);
            }
        }
    }

    private void changed(List<Line> lines, StringBuilder out) {
        List<Line> missing =
                lines.stream().filter(l -> l.kind() == Kind.MISSING).toList();
        List<Line> unexpected =
                lines.stream().filter(l -> l.kind() == Kind.UNEXPECTED).toList();
        if (missing.size() == unexpected.size() && missing.size() <= SHOWN_START) {
            for (int i = 0; i < missing.size(); i++) {
                pair(missing.get(i), unexpected.get(i), out);
            }
        } else {
            side('-', EXPECTED, "fold.missing", missing, out);
            side('+', ACTUAL, "fold.unexpected", unexpected, out);
        }
    }

    private void side(char sign, String sgr, String fold, List<Line> lines, StringBuilder out) {
        int folded = lines.size() - SHOWN_START - SHOWN_END;
        for (int i = 0; i < lines.size(); i++) {
            if (folded > 1 && i == SHOWN_START) {
                fold(fold, folded, out);
                i += folded;
            }
            printer.changed(sign, sgr, lines.get(i).text(), 0, false, out);
            note(lines.get(i), out);
        }
    }

    private void pair(Line missing, Line unexpected, StringBuilder out) {
        boolean plain = !PATTERN.matcher(missing.text()).find();
        boolean sameText = missing.text().equals(unexpected.text());
        boolean caret = plain && !sameText;
        int place = caret ? firstDifference(missing.text(), unexpected.text()) : 0;
        printer.changed('-', EXPECTED, missing.text(), place, false, out);
        printer.changed('+', ACTUAL, unexpected.text(), place, caret, out);
        note(unexpected, out);
        if (missing.text().equals(unexpected.text() + " (no-eol)") && !unexpected.noNewline()) {
            out.append(style.faint(messages.get("newline-expected"))).append('\n');
        }
    }

    private void note(Line line, StringBuilder out) {
        if (line.noNewline()) {
            out.append(style.faint(messages.get("no-newline"))).append('\n');
        }
    }

    private void fold(String key, int count, StringBuilder out) {
        out.append(style.cyan("  " + messages.get(key, count))).append('\n');
    }

    /** The index of the first code point that differs. */
    private static int firstDifference(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        int same = 0;
        while (same < left.length && same < right.length && left[same] == right[same]) {
            same++;
        }
        return same;
    }
}
