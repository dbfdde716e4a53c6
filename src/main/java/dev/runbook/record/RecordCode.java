package dev.runbook.record;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What there is to say about records of runs. */
public enum RecordCode implements DiagnosticCode {
    /** Another run of the runbook goes on: its run, process, user, start. */
    ALREADY_RUNNING(Severity.ERROR),
    /** The same, and it cannot be read which one: the lock's file. */
    LOCKED(Severity.ERROR),
    /** The record cannot be written: file, what the system said. */
    NOT_RECORDED(Severity.ERROR),
    /** An outcome that another version wrote: why it cannot be read. */
    OUTCOME_NOT_UNDERSTOOD(Severity.ERROR),

    /** Nothing of a run's record can be read: run. */
    RUN_UNREADABLE(Severity.ERROR),
    /** A record is not as it was written: run, line. */
    RUN_DAMAGED(Severity.ERROR),
    /** There is nothing to go on with: run. */
    RUN_COMPLETED(Severity.ERROR),
    /** Run, its runbook. */
    OTHER_RUNBOOK(Severity.ERROR),
    /** Run, where it was, where this one would be. */
    OTHER_PLACE(Severity.ERROR),
    /** It ran in a place that ended with it: run, the kind of place. */
    PLACE_IS_GONE(Severity.ERROR),
    /** A parameter: name, its value then, its value now; a value that is not set is empty. */
    VALUE_DIFFERS(Severity.ERROR),
    /** A step that held is another now: step. */
    STEP_CHANGED(Severity.ERROR),
    /** A step that held is there no more: step. */
    STEP_REMOVED(Severity.ERROR),
    /** A step is new, and stands before one that held: step. */
    STEP_ADDED(Severity.ERROR),
    /** Steps that were gone through stand in another order: the first that does. */
    STEP_MOVED(Severity.ERROR),

    /** A step held with code that a person had changed: step. */
    HELD_EDITED(Severity.WARNING),
    /** A step that did not hold stands before one that did, and is not run: step. */
    PASSED_OVER(Severity.WARNING);

    private final Severity severity;

    RecordCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
