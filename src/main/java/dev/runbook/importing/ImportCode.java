package dev.runbook.importing;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why a memo is not imported, and what of it the importer was not sure about. */
public enum ImportCode implements DiagnosticCode {
    /** What the system said. */
    MEMO_UNREADABLE(Severity.ERROR),
    /** Its KiB, the most that is read. */
    MEMO_TOO_LARGE(Severity.ERROR),
    /** Its lines, the most that are read. */
    MEMO_TOO_LONG(Severity.ERROR),
    /** The byte that no text has. */
    MEMO_IS_BINARY(Severity.ERROR),
    MEMO_IS_EMPTY(Severity.ERROR),
    /** The encodings that can be named. */
    UNKNOWN_ENCODING(Severity.ERROR),
    /** What was named, the encodings that can be. */
    UNSUPPORTED_ENCODING(Severity.ERROR),
    /** The folder. */
    OUT_NOT_EMPTY(Severity.ERROR),
    REPORT_EXISTS(Severity.ERROR),

    /** The bytes, the encoding. */
    UNDECODABLE_BYTES(Severity.WARNING),
    /** The character's number. */
    CONTROL_CHARACTER(Severity.WARNING),
    /** Its code points. */
    OVERLONG_LINE(Severity.WARNING),
    /** The parameter. */
    SECRET_REPLACED(Severity.WARNING),
    /** The parameter. */
    PLACEHOLDER_GUESSED(Severity.WARNING),
    MAYBE_COMMAND(Severity.WARNING),
    TAKEN_AS_COMMAND(Severity.WARNING),
    /** The text behind the command. */
    REMARK_IN_COMMAND(Severity.WARNING),
    UNCLOSED_QUOTE(Severity.WARNING),
    /** The character. */
    FULL_WIDTH_CHARACTER(Severity.WARNING),
    UNKNOWN_USER(Severity.WARNING),
    /** The user of the prompt, the user that the lines above have become, the one chosen. */
    PROMPT_CONTRADICTS(Severity.WARNING),
    UNMATCHED_EXIT(Severity.WARNING),
    /** The folder as written. */
    UNKNOWN_FOLDER(Severity.WARNING),
    SUDO_KEPT(Severity.WARNING),
    /** The program. */
    INTERACTIVE_PROGRAM(Severity.WARNING),
    /** The program. */
    DANGEROUS_COMMAND(Severity.WARNING),
    /** The shell's name. */
    FOREIGN_SHELL(Severity.WARNING),
    PATH_UNKNOWN(Severity.WARNING),
    /** The path. */
    PATH_GUESSED(Severity.WARNING),
    /** The path. */
    PART_OF_FILE(Severity.WARNING),
    REMARK_IN_FILE(Severity.WARNING),
    OUTPUT_GUESSED(Severity.WARNING),
    /** The number, the number expected. */
    STEP_OUT_OF_ORDER(Severity.WARNING),
    UNCLOSED_LISTING(Severity.WARNING);

    private final Severity severity;

    ImportCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
