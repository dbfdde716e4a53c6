package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Diagnostics whose texts are in {@code sample_*.properties} among the tests' resources. */
enum Sample implements DiagnosticCode {
    SAMPLE_ERROR,
    SAMPLE_WARNING;

    @Override
    public Severity severity() {
        return this == SAMPLE_ERROR ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public Messages messages(Language language) {
        return Messages.of(Sample.class, "sample", language);
    }
}
