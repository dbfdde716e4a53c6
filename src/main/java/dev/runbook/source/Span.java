package dev.runbook.source;

/**
 * A part of a source file. Lines and columns count from 1, columns in Unicode code points; the end is exclusive, so an
 * empty span has its end at its start.
 *
 * @param file the file's path relative to the handbook's folder, with {@code /}
 */
public record Span(String file, int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Span> {
    /** The first place of a file: where what concerns the file as a whole is said. */
    public static Span startOf(String file) {
        return new Span(file, 1, 1, 1, 1);
    }

    /** From this span's start to the other's end. */
    public Span to(Span other) {
        return new Span(file, startLine, startColumn, other.endLine, other.endColumn);
    }

    @Override
    public int compareTo(Span other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(startLine, other.startLine);
        return byLine != 0 ? byLine : Integer.compare(startColumn, other.startColumn);
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    @Override
    public String toString() {
        return file + ":" + startLine + ":" + startColumn;
    }
}
