package dev.runbook.site.audit;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What can be wrong with a built page. */
public enum AuditDiagnostic implements DiagnosticCode {
    DUPLICATE_ID(Severity.ERROR),
    DEAD_LINK(Severity.ERROR),
    DEAD_ANCHOR(Severity.ERROR),
    FOREIGN_RESOURCE(Severity.ERROR),
    INLINE_CODE(Severity.ERROR),
    INVALID_HTML(Severity.ERROR),
    MISSING_LANGUAGE(Severity.ERROR),
    MAIN_HEADING(Severity.ERROR),
    MISSING_ALT(Severity.WARNING),
    HEADING_ORDER(Severity.WARNING);

    private final Severity severity;

    AuditDiagnostic(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
