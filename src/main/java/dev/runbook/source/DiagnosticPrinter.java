package dev.runbook.source;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.util.Optional;
import java.util.function.Function;

/**
 * A diagnostic as a person reads it: place, message, the source line with a caret under the part that is meant, and what
 * to do. Carets are placed by display width, since a full-width character takes two cells.
 */
public final class DiagnosticPrinter {
    /** A longer line is shown from near the place on, so that a line of a megabyte does not fill the screen. */
    private static final int SHOWN_WIDTH = 120;

    private static final int CONTEXT_BEFORE = 40;
    private static final int TAB = 4;

    private final Language language;
    private final Messages messages;
    private final boolean colour;
    private final Function<String, String> displayPath;
    private final Function<String, Optional<SourceFile>> sources;

    /**
     * A printer for one reader.
     *
     * @param colour whether ANSI colours may be used
     * @param displayPath from a span's file to the path that the reader can open
     * @param sources the source of a span's file, where there is one
     */
    public DiagnosticPrinter(
            Language language,
            boolean colour,
            Function<String, String> displayPath,
            Function<String, Optional<SourceFile>> sources) {
        this.language = language;
        this.messages = Messages.of(DiagnosticPrinter.class, "source", language);
        this.colour = colour;
        this.displayPath = displayPath;
        this.sources = sources;
    }

    /** The diagnostic's lines, each with its newline. */
    public String print(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        StringBuilder out = new StringBuilder();
        String severity = diagnostic.isError() ? "error" : "warning";
        out.append(paint("1", displayPath.apply(span.file()) + ":" + span.startLine() + ":" + span.startColumn()))
                .append(": ")
                .append(paint(diagnostic.isError() ? "1;31" : "1;33", messages.get(severity)))
                .append(": ")
                .append(diagnostic.message(language))
                .append(paint("2", " [" + diagnostic.code().id() + "]"))
                .append('\n');
        sources.apply(span.file()).ifPresent(source -> appendSource(out, source, diagnostic));
        out.append("  ")
                .append(paint("36", messages.get("hint")))
                .append(": ")
                .append(diagnostic.hint(language))
                .append('\n');
        return out.toString();
    }

    private void appendSource(StringBuilder out, SourceFile source, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        int[] line = source.line(span.startLine()).codePoints().toArray();
        if (line.length == 0) {
            return;
        }
        int start = Math.min(span.startColumn() - 1, line.length);
        int end = span.endLine() > span.startLine() ? line.length : Math.min(span.endColumn() - 1, line.length);
        int from = start > SHOWN_WIDTH - CONTEXT_BEFORE ? start - CONTEXT_BEFORE : 0;
        StringBuilder text = new StringBuilder();
        StringBuilder before = new StringBuilder();
        StringBuilder carets = new StringBuilder();
        int width = 0;
        for (int i = from; i < line.length && width < SHOWN_WIDTH; i++) {
            String shown = shown(line[i]);
            int cells = DisplayWidth.of(shown);
            text.append(shown);
            width += cells;
            if (i < start) {
                before.append(" ".repeat(cells));
            } else if (i < end) {
                carets.append("^".repeat(cells));
            }
        }
        String number = String.valueOf(span.startLine());
        out.append("  ").append(paint("2", number + " | ")).append(text).append('\n');
        out.append("  ")
                .append(paint("2", " ".repeat(number.length()) + " | "))
                .append(before)
                .append(paint(diagnostic.isError() ? "31" : "33", carets.isEmpty() ? "^" : carets.toString()))
                .append('\n');
    }

    /** Tabs as spaces, and control characters made visible: a source must not be able to drive the terminal. */
    private static String shown(int codePoint) {
        if (codePoint == '\t') {
            return " ".repeat(TAB);
        }
        int type = Character.getType(codePoint);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
            return "\uFFFD";
        }
        return Character.toString(codePoint);
    }

    private String paint(String sgr, String text) {
        return colour ? "\u001b[" + sgr + "m" + text + "\u001b[0m" : text;
    }
}
