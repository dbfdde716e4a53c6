package dev.runbook.junit;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why runbooks cannot be run as tests, or why a test of one says nothing. */
enum JunitCode implements DiagnosticCode {
    /** A configuration parameter that is not understood: name, value, what it may be. */
    BAD_PARAMETER,
    /** What was selected does not exist: the path. */
    NOT_THERE,
    /** No step is at the selected line: the file, the line. */
    NO_STEP_AT,
    /** A step was not reached: the one that does not hold. */
    NOT_REACHED,
    /** The verification ended before it came to this. */
    NOT_BEGUN,
    /** Results cannot be written: the folder, what the system said. */
    RESULTS_NOT_WRITTEN;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
