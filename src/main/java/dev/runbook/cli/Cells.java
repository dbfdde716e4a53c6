package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;

/** Texts fitted into terminal cells, of which a full-width character takes two. */
final class Cells {
    private static final String ELLIPSIS = "…";

    private Cells() {}

    /** Filled up with spaces behind. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
    }

    /** Filled up with spaces in front. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - DisplayWidth.of(text))) + text;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    static String cut(String text, int width) {
        if (DisplayWidth.of(text) <= width) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int used = DisplayWidth.of(ELLIPSIS);
        for (int c : text.codePoints().toArray()) {
            used += DisplayWidth.of(c);
            if (used > width) {
                break;
            }
            out.appendCodePoint(c);
        }
        return out.append(ELLIPSIS).toString();
    }
}
