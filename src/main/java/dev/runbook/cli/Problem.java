package dev.runbook.cli;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What keeps a command from being carried out. */
enum Problem implements DiagnosticCode {
    /** An option that does not exist: option, suggestion or empty. */
    UNKNOWN_OPTION,
    /** As above, with a similar one: option, suggestion. */
    UNKNOWN_OPTION_SIMILAR,
    /** Command. */
    UNKNOWN_COMMAND,
    /** Command, suggestion. */
    UNKNOWN_COMMAND_SIMILAR,
    /** Argument. */
    UNEXPECTED_ARGUMENT,
    /** Option, what it takes. */
    MISSING_VALUE,
    /** What is missing. */
    MISSING_ARGUMENT,
    /** No command was given. */
    MISSING_COMMAND,
    /** Value, option, what it may be. */
    BAD_VALUE,
    /** The library's own words. */
    BAD_USAGE,
    /** No handbook at or above this folder. */
    NO_HANDBOOK,
    /** Folder. */
    NOT_A_FOLDER,
    /** Id. */
    UNKNOWN_RUNBOOK,
    /** Id, similar ids. */
    UNKNOWN_RUNBOOK_SIMILAR,
    /** Id, ids that it may mean. */
    AMBIGUOUS_RUNBOOK,
    /** Neither of the variables that lead to the user's files is set. */
    NO_STATE_FOLDER,
    /** What was written for a run's id. */
    UNKNOWN_RUN,
    /** The same, ids that it may mean. */
    AMBIGUOUS_RUN,
    /** None is recorded yet. */
    NO_RUNS,
    /** Port. */
    PORT_TAKEN,
    /** Two options that cannot stand together. */
    CONFLICTING_OPTIONS,
    /** An option, and the one that it means nothing without. */
    OPTION_NEEDS,
    /** Step, runbook, its steps. */
    UNKNOWN_STEP,
    /** Step, runbook, suggestion. */
    UNKNOWN_STEP_SIMILAR,
    /** Somebody would have to be asked, and there is no terminal. */
    NOBODY_TO_ASK,
    /** Runbook, how many errors. */
    RUNBOOK_NOT_RUNNABLE,
    /** Runbook. */
    NO_STEPS,
    /** Runbook. */
    NO_RUN,
    /** Runbook. */
    VALUES_NOT_USABLE,
    /** Run. */
    NOT_RESUMABLE,
    /** Runbook, the step to begin at. */
    STATE_LOST,
    /** Where files were to be kept. */
    KEEP_NOT_EMPTY,
    /** What the system said. */
    INPUT_OUTPUT,
    /** A bug: what was thrown. */
    INTERNAL;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
