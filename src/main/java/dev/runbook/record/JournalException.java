package dev.runbook.record;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run cannot be recorded any more, and must not go on: what happens from here on would be known to nobody. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final String what;

    JournalException(Path file, IOException cause) {
        super(file + ": " + cause.getMessage(), cause);
        this.file = file;
        this.what = String.valueOf(cause.getMessage());
    }

    /** What to say to a person; {@code span} is of the step at which it happened, or of the document. */
    public Diagnostic diagnostic(Span span) {
        return new Diagnostic(RecordCode.NOT_RECORDED, span, List.of(String.valueOf(file), what));
    }
}
