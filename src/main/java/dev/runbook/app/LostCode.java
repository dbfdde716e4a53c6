package dev.runbook.app;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/**
 * What steps that are not run again leave missing in the shell of those that are. Name, step that left it, its line, step
 * that needs it.
 */
public enum LostCode implements DiagnosticCode {
    /** A variable that is looked at. */
    LOST_VARIABLE,
    /** A variable that programs find in their environment. */
    LOST_EXPORT,
    LOST_FUNCTION,
    /** The working directory; the name is where it led, as it is written. */
    LOST_FOLDER;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }
}
