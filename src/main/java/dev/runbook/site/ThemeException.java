package dev.runbook.site;

import dev.runbook.source.Diagnostic;

/** A theme cannot lay out a page. */
public final class ThemeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public ThemeException(Diagnostic diagnostic, Throwable cause) {
        super(diagnostic.code().id() + " " + diagnostic.span().file(), cause);
        this.diagnostic = diagnostic;
    }

    /** What is wrong, and where. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
