package dev.runbook.model;

/** What a step is for. */
public enum Role {
    /** Changes something. */
    EXEC,
    /** A read-only proof that a step holds; may be run again at any time. */
    CHECK,
    /** Takes a step back. */
    UNDO,
    /** Prepares the environment or breaks something on purpose: in verification only, never on a real host. */
    GIVEN,
    /** Done, or judged, by a person. */
    MANUAL
}
