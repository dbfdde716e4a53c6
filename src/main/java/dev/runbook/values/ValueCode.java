package dev.runbook.values;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What can be wrong with the values that a run is given. */
public enum ValueCode implements DiagnosticCode {
    /** Name, what is near to it. */
    UNKNOWN_VALUE(Severity.ERROR),
    /** A variable of the environment that no parameter asks for, which may be meant for another runbook: name, near ones. */
    UNKNOWN_VARIABLE(Severity.WARNING),
    /** A value for a runbook that has no parameters: name. */
    NO_PARAMETERS(Severity.ERROR),
    /** Name. */
    MISSING_VALUE(Severity.ERROR),
    /** Name. */
    MISSING_SECRET(Severity.ERROR),
    /** Name. */
    SECRET_AS_ARGUMENT(Severity.ERROR),
    /** Name, pattern, where the value comes from. */
    VALUE_AGAINST_PATTERN(Severity.ERROR),
    /** Name, pattern, where the value comes from. */
    PATTERN_TOO_COSTLY(Severity.ERROR),
    /** Name, where the value comes from. */
    VALUE_WITH_NUL(Severity.ERROR),
    /** Name, where the value comes from. */
    VALUE_NOT_TEXT(Severity.ERROR),
    /** The option, what it needs. */
    BAD_ASSIGNMENT(Severity.ERROR),
    /** Name, path, what the system said. */
    SECRET_FILE_UNREADABLE(Severity.ERROR),
    /** Path, name of a secret in it. */
    SECRET_FILE_EXPOSED(Severity.WARNING),
    /** Name, exit status. */
    SECRET_COMMAND_FAILED(Severity.ERROR);

    private final Severity severity;

    ValueCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
