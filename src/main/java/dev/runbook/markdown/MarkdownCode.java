package dev.runbook.markdown;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** All that can be wrong with a single file of a handbook, or with its place in the folder. */
public enum MarkdownCode implements DiagnosticCode {
    // The folder and its files.
    FILE_TOO_LARGE(Severity.ERROR),
    FILE_UNREADABLE(Severity.ERROR),
    INVALID_UTF8(Severity.ERROR),
    LINK_OUT_OF_HANDBOOK(Severity.WARNING),
    TRANSLATION_WITHOUT_ORIGINAL(Severity.WARNING),
    TWO_ORIGINALS(Severity.ERROR),
    CASE_COLLISION(Severity.ERROR),
    TOO_COMPLEX(Severity.ERROR),
    TOO_MANY_PROBLEMS(Severity.ERROR),

    // YAML: front matter, handbook.yml and environment.yml.
    BAD_YAML(Severity.ERROR),
    UNCLOSED_FRONT_MATTER(Severity.ERROR),
    UNKNOWN_KEY(Severity.ERROR),
    DUPLICATE_KEY(Severity.ERROR),
    WRONG_TYPE(Severity.ERROR),
    BAD_SETTING(Severity.ERROR),
    FORBIDDEN_HTML(Severity.ERROR),
    BAD_PARAMETER_NAME(Severity.ERROR),
    RESERVED_PARAMETER_NAME(Severity.ERROR),
    BAD_PATTERN(Severity.ERROR),
    DEFAULT_AGAINST_PATTERN(Severity.ERROR),
    SECRET_WITH_DEFAULT(Severity.ERROR),
    MISSING_FILE(Severity.ERROR),
    FILE_OUT_OF_PROJECT(Severity.ERROR),

    // Attribute lists of code blocks.
    MALFORMED_ATTRIBUTES(Severity.ERROR),
    UNCLOSED_ATTRIBUTES(Severity.ERROR),
    ATTRIBUTES_WITHOUT_BRACES(Severity.ERROR),
    ATTRIBUTES_WITHOUT_CLASS(Severity.WARNING),
    LANGUAGE_AS_CLASS(Severity.ERROR),
    UNKNOWN_CLASS(Severity.WARNING),
    MISSPELT_CLASS(Severity.ERROR),
    UNKNOWN_ATTRIBUTE(Severity.WARNING),
    DUPLICATE_ATTRIBUTE(Severity.ERROR),
    BAD_VALUE(Severity.ERROR),
    BAD_ID(Severity.ERROR),
    DUPLICATE_ID(Severity.ERROR),
    CONFLICTING_CLASSES(Severity.ERROR),
    ATTRIBUTE_OUT_OF_PLACE(Severity.ERROR),
    MISSING_PATH(Severity.ERROR),

    // Annotated blocks.
    LANGUAGE_CANNOT_RUN(Severity.ERROR),
    EMPTY_BLOCK(Severity.ERROR),
    UNCLOSED_FENCE(Severity.ERROR),
    OUTPUT_WITHOUT_STEP(Severity.ERROR),
    SECOND_OUTPUT(Severity.ERROR),
    OUTPUT_AFTER_SESSION(Severity.ERROR),
    OUTPUT_OF_INTERACTIVE(Severity.ERROR),
    UNDO_WITHOUT_STEP(Severity.ERROR),
    UNKNOWN_STEP(Severity.ERROR),
    BAD_PATCH(Severity.ERROR),
    TEXT_BEFORE_PROMPT(Severity.ERROR),
    EMPTY_COMMAND(Severity.ERROR),
    BAD_EXPECTATION(Severity.ERROR),

    // Prose.
    UNSAFE_LINK(Severity.ERROR),
    UNSAFE_HTML(Severity.WARNING),
    UNKNOWN_ELEMENT(Severity.WARNING),
    UNBALANCED_HTML(Severity.WARNING),
    UNKNOWN_ALERT(Severity.WARNING);

    private final Severity severity;

    MarkdownCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
