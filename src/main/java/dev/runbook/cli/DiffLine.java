package dev.runbook.cli;

import dev.runbook.cli.VisibleText.Glyph;
import java.util.List;

/** Prints one line of a diff within the terminal's width: wrapped, and beyond some rows cut around the place that matters. */
final class DiffLine {
    private static final int MIN_WIDTH = 20;
    private static final int SIGN_WIDTH = 2;
    private static final int MAX_ROWS = 6;

    private static final String MORE = "…";
    private static final String WRAPPED = "↳";

    private final Style style;
    private final int width;

    /**
     * For a terminal.
     *
     * @param width its cells in a row
     */
    DiffLine(Style style, int width) {
        this.style = style;
        this.width = Math.max(MIN_WIDTH, width) - SIGN_WIDTH;
    }

    /** A line that is the same in both: one row, cut where it is longer. */
    void same(String text, StringBuilder out) {
        int[] line = text.codePoints().toArray();
        VisibleText start = VisibleText.of(line, 0, Math.min(line.length, width + 1));
        List<List<Glyph>> rows = start.rows(width);
        boolean cut = rows.size() > 1;
        List<Glyph> row = cut ? start.rows(width - 1).get(0) : rows.get(0);
        out.append(style.faint("  " + plain(row) + (cut ? MORE : ""))).append('\n');
    }

    /**
     * A line of one side.
     *
     * @param sgr its colour, as a Select Graphic Rendition
     * @param place the index of the code point that must be visible
     * @param caret whether a caret is set under it
     */
    void changed(char sign, String sgr, String text, int place, boolean caret, StringBuilder out) {
        int[] line = text.codePoints().toArray();
        int from = 0;
        List<List<Glyph>> rows = rows(line, from);
        if (glyphs(rows, MAX_ROWS) <= place && place < line.length) {
            from = justBefore(line, place);
            rows = rows(line, from);
        }
        int index = from;
        int shown = Math.min(rows.size(), MAX_ROWS);
        for (int r = 0; r < shown; r++) {
            List<Glyph> row = rows.get(r);
            int end = index + row.size();
            boolean cutBehind = r == shown - 1 && end < line.length;
            String start = sign + (r > 0 ? WRAPPED : from > 0 ? MORE : " ");
            out.append(style.paint(sgr, start)).append(painted(row, sgr));
            out.append(cutBehind ? style.faint(MORE) : "").append('\n');
            if (caret && place >= index && (place < end || (place == end && end == line.length))) {
                caret(row, place - index, out);
            }
            index = end;
        }
    }

    private List<List<Glyph>> rows(int[] line, int from) {
        return VisibleText.of(line, from, Math.min(line.length, from + width * MAX_ROWS))
                .rows(width - 1);
    }

    private static int glyphs(List<List<Glyph>> rows, int limit) {
        return rows.stream().limit(limit).mapToInt(List::size).sum();
    }

    /** Where to start so that about half a row is before a place. */
    private int justBefore(int[] line, int place) {
        int start = place;
        int used = 0;
        while (start > 0 && place - start < width) {
            used += VisibleText.of(line, start - 1, start).glyphs().get(0).width();
            if (used > width / 2) {
                break;
            }
            start--;
        }
        return start;
    }

    private void caret(List<Glyph> row, int place, StringBuilder out) {
        int before = row.stream().limit(place).mapToInt(Glyph::width).sum();
        int wide = place < row.size() ? Math.max(1, row.get(place).width()) : 1;
        out.append(" ".repeat(SIGN_WIDTH + before))
                .append(style.yellow("^".repeat(wide)))
                .append('\n');
    }

    /** What is shown as something else stands out in reverse video. */
    private String painted(List<Glyph> row, String sgr) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start < row.size()) {
            int end = start;
            while (end < row.size() && row.get(end).special() == row.get(start).special()) {
                end++;
            }
            String colours = row.get(start).special() ? sgr + ";7" : sgr;
            out.append(style.paint(colours, plain(row.subList(start, end))));
            start = end;
        }
        return out.toString();
    }

    private static String plain(List<Glyph> glyphs) {
        StringBuilder out = new StringBuilder();
        glyphs.forEach(g -> out.append(g.text()));
        return out.toString();
    }
}
