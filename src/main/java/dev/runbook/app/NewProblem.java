package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why new files are not written. */
public enum NewProblem implements DiagnosticCode {
    /** Id as written. */
    BAD_ID,
    ALREADY_EXISTS,
    FOLDER_NOT_EMPTY,
    NOT_WRITABLE;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** The package's use cases have a bundle each. */
    @Override
    public Messages messages(Language language) {
        return Messages.of(NewProblem.class, "new", language);
    }
}
