package dev.runbook.check;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** What the static checks find. */
public enum CheckCode implements DiagnosticCode {
    EMPTY_LINK(Severity.ERROR),
    ABSOLUTE_LINK(Severity.ERROR),
    LINK_OUTSIDE(Severity.ERROR),
    BROKEN_LINK(Severity.ERROR),
    MISSPELT_LINK(Severity.ERROR),
    LINK_CASE(Severity.ERROR),
    FOLDER_WITHOUT_INDEX(Severity.ERROR),
    BROKEN_ANCHOR(Severity.ERROR),
    MISSPELT_ANCHOR(Severity.ERROR),
    UNSTABLE_ANCHOR(Severity.ERROR),
    DERIVED_ANCHOR(Severity.WARNING),
    REMOTE_IMAGE(Severity.ERROR),

    UNKNOWN_REQUIRES(Severity.ERROR),
    MISSPELT_REQUIRES(Severity.ERROR),
    AMBIGUOUS_REQUIRES(Severity.ERROR),
    REQUIRES_ITSELF(Severity.ERROR),
    REQUIRES_CYCLE(Severity.ERROR),
    UNKNOWN_ENVIRONMENT(Severity.ERROR),
    MISSPELT_ENVIRONMENT(Severity.ERROR),
    UNKNOWN_SECTION(Severity.WARNING),

    MISSING_TRANSLATION(Severity.WARNING),
    MISSING_HEADING(Severity.ERROR),
    EXTRA_HEADING(Severity.ERROR),
    HEADING_LEVEL_DIFFERS(Severity.ERROR),
    HEADING_ID_DIFFERS(Severity.ERROR),
    EXTRA_HEADING_ID(Severity.ERROR),
    MISSING_BLOCK(Severity.ERROR),
    EXTRA_BLOCK(Severity.ERROR),
    BLOCK_ID_DIFFERS(Severity.ERROR),
    BLOCK_ATTRIBUTES_DIFFER(Severity.ERROR),
    CODE_DIFFERS(Severity.ERROR),
    EXTRA_CODE(Severity.ERROR),
    OUTPUT_DIFFERS(Severity.ERROR),
    MANUAL_STEPS_DIFFER(Severity.ERROR),
    TRANSLATED_FACT(Severity.ERROR),
    TRANSLATED_PARAMETER(Severity.ERROR),
    UNKNOWN_TRANSLATED_PARAMETER(Severity.ERROR),
    TRANSLATION_OUTDATED(Severity.WARNING),
    TRANSLATION_UNRECORDED(Severity.WARNING),
    UNKNOWN_TRANSLATED_SECTION(Severity.WARNING),

    HOLLOW_EXPECTATION(Severity.WARNING),
    HOLLOW_CHECK(Severity.WARNING),
    UNUSED_PARAMETER(Severity.WARNING),
    MISSPELT_PARAMETER(Severity.WARNING),
    UNDECLARED_PARAMETER(Severity.WARNING),
    UNQUOTED_PARAMETER(Severity.WARNING),
    UNQUOTED_SQL_PARAMETER(Severity.WARNING),

    LITERAL_EMPHASIS(Severity.WARNING),
    FULL_WIDTH_COMMAND(Severity.ERROR),
    FULL_WIDTH_CODE(Severity.WARNING),
    URL_WITH_TEXT(Severity.WARNING),
    UNMATCHED_BRACKET(Severity.WARNING),
    MIXED_SPELLING(Severity.WARNING),
    HALF_WIDTH_KATAKANA(Severity.WARNING);

    private final Severity severity;

    CheckCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
