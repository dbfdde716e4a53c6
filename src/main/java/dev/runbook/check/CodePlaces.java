package dev.runbook.check;

import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;

/**
 * From offsets in a block's text to places in its file. A block's lines may stand behind an indentation or other markers
 * that are not part of its text, but their ends are the source's.
 */
final class CodePlaces {
    /** Columns take time linear in a line's length, so lines longer than this are not looked at. */
    private static final int MAX_LINE = 20_000;

    private final SourceFile source;
    private final SourceFile text;
    private final Span first;

    /**
     * The places of a text.
     *
     * @param span where it begins
     */
    CodePlaces(SourceFile source, String text, Span span) {
        this.source = source;
        this.text = SourceFile.of(source.name(), text);
        this.first = span;
    }

    /** Whether places in the text are found soon: no line of it is longer than any that a person writes. */
    static boolean isPlaceable(String text) {
        int start = 0;
        while (text.length() - start > MAX_LINE) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end - start > MAX_LINE) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    static CodePlaces of(SourceFile source, Step step) {
        return new CodePlaces(source, step.action().code(), step.codeSpan());
    }

    /** The span of a part of the text, which ends on the line that it begins on at the latest. */
    Span span(int start, int end) {
        int line = text.lineAt(start);
        String own = text.line(line);
        int inFile = first.startLine() + line - 1;
        String whole = source.line(inFile);
        int shift = line == 1 ? offset(whole, first.startColumn()) : Math.max(0, whole.length() - own.length());
        if (!whole.startsWith(own, shift)) {
            shift = Math.max(0, whole.indexOf(own));
        }
        if (inFile > source.lineCount()) {
            return first;
        }
        int from = source.lineStart(inFile) + shift + start - text.lineStart(line);
        return source.span(
                from, from + Math.min(end - start, Math.max(0, own.length() - (start - text.lineStart(line)))));
    }

    private static int offset(String line, int column) {
        int points = line.codePointCount(0, line.length());
        return line.offsetByCodePoints(0, Math.min(column - 1, points));
    }
}
