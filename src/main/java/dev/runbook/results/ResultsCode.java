package dev.runbook.results;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What is wrong with a file of results. */
public enum ResultsCode implements DiagnosticCode {
    /** It is not JSON, or lacks what results have: what was found, in the reader's technical words. */
    NOT_RESULTS,
    /** A later form: its version, the version that is known here. */
    NEWER_RESULTS,
    /** There is no such file. */
    RESULTS_NOT_FOUND,
    /** It cannot be read: what the system said. */
    RESULTS_NOT_READ,
    /** A folder without any. */
    NO_RESULTS,
    /** A finding inside results of a kind that is not known here: its id, its message as the other version wrote it. */
    OF_OTHER_VERSION;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
