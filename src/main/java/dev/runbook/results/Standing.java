package dev.runbook.results;

import java.util.Locale;

/**
 * What may be said of a step or a runbook as it is now, strongest first: a label, unless the handbook or the time has moved
 * on since.
 */
public enum Standing {
    PASSED,
    STUBBED,
    MANUAL,
    SKIPPED,
    /** It held, but longer ago than the handbook allows. */
    TOO_OLD,
    /** What was run is not what is written now. */
    STALE,
    /** It was never run. */
    NEVER,
    ERRORED,
    FAILED;

    /** What a label says while nothing has changed. */
    public static Standing of(Label label) {
        return switch (label) {
            case PASSED -> PASSED;
            case STUBBED -> STUBBED;
            case MANUAL -> MANUAL;
            case SKIPPED -> SKIPPED;
            case ERRORED -> ERRORED;
            case FAILED -> FAILED;
        };
    }

    /** Of two the one that says less good. */
    public Standing weaker(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Its name in views, texts and styles: {@code too-old}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
