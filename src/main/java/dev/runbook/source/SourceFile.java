package dev.runbook.source;

import java.util.Arrays;

/**
 * A text file and where its lines begin. The text has no byte order mark and only {@code \n} as line end; neither changes
 * a line or a column.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    private SourceFile(String name, String text, int[] lineStarts) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts;
    }

    /**
     * A file's text, cleaned.
     *
     * @param name the path relative to the handbook's folder, with {@code /}
     * @param text the content; a byte order mark is dropped, {@code \r\n} and {@code \r} become {@code \n}
     */
    public static SourceFile of(String name, String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.indexOf('\r') >= 0) {
            clean = clean.replace("\r\n", "\n").replace('\r', '\n');
        }
        int[] starts = new int[16];
        int count = 1;
        for (int at = clean.indexOf('\n'); at >= 0; at = clean.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return new SourceFile(name, clean, Arrays.copyOf(starts, count));
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** How many lines there are; a last newline opens an empty one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** A line without its end; empty for a line that is not there. */
    public String line(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        return text.substring(start, end);
    }

    /** The offset in {@link #text} at which a line begins. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The line of an offset, from 1. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The span from one offset of {@link #text} to another, in UTF-16 units, the end exclusive. */
    public Span span(int start, int end) {
        int from = Math.max(0, Math.min(start, text.length()));
        int to = Math.max(from, Math.min(end, text.length()));
        int startLine = lineAt(from);
        int endLine = lineAt(to);
        return new Span(name, startLine, column(startLine, from), endLine, column(endLine, to));
    }

    /** The span of a whole line, without its end. */
    public Span lineSpan(int line) {
        int start = lineStarts[line - 1];
        return span(start, start + line(line).length());
    }

    private int column(int line, int offset) {
        return text.codePointCount(lineStarts[line - 1], offset) + 1;
    }
}
