package dev.runbook.site.theme;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What can be wrong with a handbook's own theme. */
public enum ThemeCode implements DiagnosticCode {
    /** A template that the compiler refuses: what it says. */
    THEME_TEMPLATE_WRONG(Severity.ERROR),
    /** A template of the program calls one of the handbook's, and cannot any more: its name, the line, what the compiler says. */
    THEME_CALL_BROKEN(Severity.ERROR),
    /** A template calls one that is nowhere: its name. */
    THEME_TEMPLATE_MISSING(Severity.ERROR),
    /** A template that fails on a page: the page's title, what happened. */
    THEME_RENDER_FAILED(Severity.ERROR),
    /** Only a JDK can compile templates. */
    THEME_NEEDS_JDK(Severity.ERROR),
    /** A text that nothing shows: its key, the keys near it. */
    THEME_UNKNOWN_TEXT(Severity.ERROR),
    /** A file of texts that is none: what is wrong with it. */
    THEME_TEXTS_WRONG(Severity.ERROR),
    /** A file that no theme has. */
    THEME_UNKNOWN_FILE(Severity.WARNING),
    /** A style loads what is no file of the theme: the address. */
    THEME_FILE_MISSING(Severity.WARNING),
    /** A style imports another. */
    THEME_IMPORT(Severity.WARNING),
    /** What the system said. */
    THEME_UNREADABLE(Severity.ERROR);

    private final Severity severity;

    ThemeCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
