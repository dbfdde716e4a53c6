package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What keeps a translation from being brought up to its original. */
enum SyncCode implements DiagnosticCode {
    SYNC_NO_TRANSLATION(Severity.ERROR),
    SYNC_MISSING_BLOCK(Severity.ERROR),
    SYNC_EXTRA_BLOCK(Severity.ERROR),
    SYNC_FILE_CHANGED(Severity.ERROR),
    SYNC_WRITE_FAILED(Severity.ERROR);

    private final Severity severity;

    SyncCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Messages messages(Language language) {
        return Messages.of(SyncCode.class, "sync", language);
    }
}
