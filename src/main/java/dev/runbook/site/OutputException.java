package dev.runbook.site;

import dev.runbook.source.Diagnostic;
import java.io.IOException;

/** A site cannot be written, and the user can be told why. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Never serialised: it is caught where the tree was opened.
    private final Diagnostic diagnostic;

    public OutputException(Diagnostic diagnostic) {
        super(diagnostic.code().id() + " " + diagnostic.span());
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
