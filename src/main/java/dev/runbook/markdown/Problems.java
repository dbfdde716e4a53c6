package dev.runbook.markdown;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
    /** A file with more has been generated to have them; nobody reads on, and memory is finite. */
    private static final int LIMIT = 1000;

    private final SourceFile file;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    /** Adds a problem of the text between two offsets. */
    void add(MarkdownCode code, int start, int end, Object... arguments) {
        add(code, file.span(start, end), arguments);
    }

    void add(MarkdownCode code, Span span, Object... arguments) {
        if (found.size() < LIMIT) {
            found.add(Diagnostic.of(code, span, arguments));
        } else if (found.size() == LIMIT) {
            found.add(Diagnostic.of(MarkdownCode.TOO_MANY_PROBLEMS, span, LIMIT));
        }
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
