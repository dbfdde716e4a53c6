package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.match.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of an output as it can be seen: what is hidden as {@code (esc)} writes it, spaces at the end as dots, odd spaces
 * by their numbers. Each glyph stands for one code point of the line and is never split.
 */
record VisibleText(List<Glyph> glyphs) {
    private static final String TRAILING_SPACE = "·";

    /**
     * One code point.
     *
     * @param special whether it is shown as something else
     */
    record Glyph(String text, int width, boolean special) {}

    VisibleText {
        glyphs = List.copyOf(glyphs);
    }

    /**
     * Some of a line.
     *
     * @param codePoints the line
     * @param from the first that is shown, the end exclusive
     */
    static VisibleText of(int[] codePoints, int from, int to) {
        int trailing = codePoints.length;
        while (trailing > 0 && codePoints[trailing - 1] == ' ') {
            trailing--;
        }
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String shown = i >= trailing ? TRAILING_SPACE : shown(codePoints[i]);
            boolean special = !shown.equals(Character.toString(codePoints[i]));
            glyphs.add(new Glyph(shown, DisplayWidth.of(shown), special));
        }
        return new VisibleText(glyphs);
    }

    private static String shown(int codePoint) {
        boolean oddSpace = codePoint != ' ' && Character.isSpaceChar(codePoint);
        if (oddSpace || Character.getType(codePoint) == Character.SURROGATE) {
            return String.format(Locale.ROOT, "\\u%04x", codePoint);
        }
        return Escapes.shown(codePoint);
    }

    /** The glyphs broken into rows of some cells, between glyphs only. */
    List<List<Glyph>> rows(int width) {
        List<List<Glyph>> rows = new ArrayList<>();
        List<Glyph> row = new ArrayList<>();
        int used = 0;
        for (Glyph glyph : glyphs) {
            if (used + glyph.width() > width && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(glyph);
            used += glyph.width();
        }
        rows.add(row);
        return rows;
    }
}
