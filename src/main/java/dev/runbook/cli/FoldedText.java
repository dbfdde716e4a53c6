package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prose folded for a terminal, which itself would cut words in two. English breaks at spaces alone, so that an option, a
 * path or a command stays whole and can be selected; Japanese between characters, but not before a 。 or behind a 「. A
 * line's continuation stands below its text: quoted as it is, and behind its list mark. Tables are left as they are.
 */
final class FoldedText {
    /** What the text of a line stands behind: spaces, marks of quotations, one mark of a list, a check box. */
    private static final Pattern LEAD =
            Pattern.compile("(?:[ \\t]*>)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?(?:\\[[ xX]][ \\t]+)?");

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;]*m");
    /** Where less than this is left for the text, folding makes nothing better. */
    private static final int LEAST = 16;

    private FoldedText() {}

    /** The text with each of its lines in at most so many cells, where it has a place to break. */
    static String of(String text, int columns) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            fold(line, columns, out);
            out.append('\n');
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static void fold(String line, int columns, StringBuilder out) {
        String plain = SEQUENCE.matcher(line).replaceAll("");
        Matcher lead = LEAD.matcher(plain);
        int text = lead.lookingAt() ? lead.end() : 0;
        // What is before the text has no styles, so that it is as long in the line itself.
        if (DisplayWidth.of(plain) <= columns
                || plain.startsWith("|", text)
                || !line.startsWith(plain.substring(0, text))) {
            out.append(line);
            return;
        }
        String indent = plain.substring(0, text).replaceAll("[^>]", " ");
        if (columns - indent.length() < LEAST) {
            out.append(line);
            return;
        }
        foldText(line, plain, text, indent, columns, out);
    }

    /** Walks the plain text from one place to break to the next, and the styled line beside it. */
    private static void foldText(String line, String plain, int start, String indent, int columns, StringBuilder out) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(plain);
        Styled styled = new Styled(line);
        styled.copy(start, out);
        int used = DisplayWidth.of(plain.substring(0, start));
        int from = start;
        while (from < plain.length()) {
            int to = next(places, plain, from);
            String piece = plain.substring(from, to);
            int width = DisplayWidth.of(piece.stripTrailing());
            if (used + width > columns && from > start) {
                while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
                    out.setLength(out.length() - 1);
                }
                out.append('\n').append(indent);
                used = indent.length();
            }
            styled.copy(to, out);
            used += DisplayWidth.of(piece);
            from = to;
        }
        styled.rest(out);
    }

    private static int next(BreakIterator places, String plain, int from) {
        int to = places.following(from);
        while (to != BreakIterator.DONE && to < plain.length() && !breaks(plain, to)) {
            to = places.next();
        }
        return to == BreakIterator.DONE ? plain.length() : to;
    }

    /** Java would also break behind a hyphen and a slash. */
    private static boolean breaks(String plain, int at) {
        int before = plain.codePointBefore(at);
        return Character.isWhitespace(before)
                || DisplayWidth.isWide(before)
                || DisplayWidth.isWide(plain.codePointAt(at));
    }

    /** A line with its styles, read as far as its plain text. */
    private static final class Styled {
        private final String line;
        private final Matcher sequence;
        private int at;
        private int plain;

        Styled(String line) {
            this.line = line;
            this.sequence = SEQUENCE.matcher(line);
        }

        /** Copies up to this place of the plain text, with the styles on the way but not those behind. */
        void copy(int until, StringBuilder out) {
            while (plain < until) {
                if (sequence.region(at, line.length()).lookingAt()) {
                    out.append(sequence.group());
                    at = sequence.end();
                } else {
                    out.append(line.charAt(at++));
                    plain++;
                }
            }
        }

        void rest(StringBuilder out) {
            out.append(line, at, line.length());
        }
    }
}
