package dev.runbook.verify;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why a runbook cannot be verified, or does not hold as a whole. */
public enum VerifyCode implements DiagnosticCode {
    /** Several environments, and none named: their names. */
    ENVIRONMENT_NOT_NAMED,
    /** The handbook has no environment. */
    NO_ENVIRONMENT,
    /** An environment that does not exist: name, a similar one or empty. */
    UNKNOWN_ENVIRONMENT,
    /** A runbook that must be carried out first does not hold: its id. */
    REQUIREMENT_DOES_NOT_HOLD,
    /** A step that held the first time does not hold the second time. */
    NOT_IDEMPOTENT,
    /** After all undo steps something is not as before: what. */
    NOT_UNDONE,
    /** A folder cannot be read or written: what the system said. */
    FILES_FAILED;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
