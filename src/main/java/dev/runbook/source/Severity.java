package dev.runbook.source;

/** How much a diagnostic matters. */
public enum Severity {
    /** It does not hold: the command ends with status 1 or 2. */
    ERROR,
    /** It is probably not what was meant; nothing is stopped by it. */
    WARNING
}
