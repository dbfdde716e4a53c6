package dev.runbook.exec;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why a step failed or could not be run. */
public enum ExecCode implements DiagnosticCode {
    /** A command failed: what it was, its status, the status wanted. */
    COMMAND_FAILED,
    /** A script ended with a status that is not the one wanted: the status, the status wanted. */
    WRONG_STATUS,
    /** The output is not what was expected. */
    OUTPUT_DIFFERS,
    /** More output than can be compared: bytes, limit. */
    OUTPUT_TOO_LONG,
    /** After how long. */
    TIMED_OUT,
    /** Ctrl-C, or another request to stop. */
    INTERRUPTED,
    /** A program that reads the code is not there: its name. */
    NO_INTERPRETER,
    /** A value is too long for a program's environment: its name, its length in bytes, the limit. */
    VALUE_TOO_LONG,
    /** A file cannot be written: path, what the system said. */
    FILE_NOT_WRITTEN,
    /** A file to be patched cannot be read: path, what the system said. */
    FILE_NOT_READ,
    /** A hunk of a patch does not fit: path. */
    PATCH_DOES_NOT_FIT,
    /** A console session has a {@code $} prompt, and no user but root is named. */
    NO_UNPRIVILEGED_USER,
    /** User. */
    NO_SUCH_USER,
    /** This account may not act for another: account, user, what the system said. */
    NOT_PERMITTED,
    /** A user's shell cannot be started: user, what it said. */
    NO_SHELL,
    /** Contact to the place was lost: what is known. */
    CONTACT_LOST,
    /** A place cannot be reached: its address, what was said. */
    UNREACHABLE,
    /** Not an address of a machine: what was written. */
    BAD_ADDRESS,
    /** The same runbook is being carried out on that host: the runbook, who does it. */
    ALREADY_RUNNING,
    /** It cannot be made sure that nobody else carries out the runbook: what was said. */
    NO_LOCK,
    /** A rehearsal cannot be set up: what was said. */
    NO_REHEARSAL,
    /** A rehearsal needs root: this account. */
    REHEARSAL_NEEDS_ROOT,
    /** A step for a terminal, and there is none. */
    NO_TERMINAL;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
