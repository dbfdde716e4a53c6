package dev.runbook.site;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What can be wrong with a site as a whole, or with the place where it is to be written. */
public enum SiteDiagnostic implements DiagnosticCode {
    /** Two things of the site would have one path. */
    PATH_TAKEN(Severity.ERROR),
    OUT_NOT_A_SITE(Severity.ERROR),
    OUT_NOT_A_FOLDER(Severity.ERROR),
    OUT_OVERLAPS_HANDBOOK(Severity.ERROR),
    WRITE_FAILED(Severity.ERROR),
    ASSET_UNREADABLE(Severity.ERROR),
    /** A link preview's picture lacks a text. */
    PICTURE_FONT(Severity.WARNING);

    private final Severity severity;

    SiteDiagnostic(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
