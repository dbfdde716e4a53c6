package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A memo as it is read: its secrets are masked already, so that neither a draft, a report nor an excerpt can show one.
 *
 * @param source the masked text; its columns are those of the file
 * @param lines without the empty one that a last newline opens
 */
record Memo(SourceFile source, List<MemoLine> lines, Language language, String encoding) {
    Memo {
        lines = List.copyOf(lines);
    }

    static Memo of(SourceFile raw, String encoding) {
        Secrets secrets = Secrets.find(raw);
        SourceFile masked = secrets.masked();
        int count = masked.lineCount();
        if (count > 1 && masked.line(count).isEmpty()) {
            count--;
        }
        List<MemoLine> lines = IntStream.rangeClosed(1, count)
                .mapToObj(n -> new MemoLine(n, masked.line(n), secrets.in(n)))
                .toList();
        Language language = raw.text().chars().anyMatch(Text::isJapanese) ? Language.JA : Language.EN;
        return new Memo(masked, lines, language, encoding);
    }

    /** A line by its index from 0; a blank one behind the last. */
    MemoLine at(int index) {
        return index >= 0 && index < lines.size() ? lines.get(index) : new MemoLine(index + 1, "", List.of());
    }

    int size() {
        return lines.size();
    }

    /** A part of a line, by offsets in it. */
    Span span(MemoLine line, int start, int end) {
        int at = source.lineStart(line.number());
        return source.span(at + start, at + end);
    }

    /** A line without the white space around it. */
    Span span(MemoLine line) {
        return span(line, line.indent(), line.indent() + line.body().length());
    }
}
