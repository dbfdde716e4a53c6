package dev.runbook.results;

/** What verification says of a step, strongest first; a runbook is as good as its weakest step. */
public enum Label {
    /** It was run and held. */
    PASSED,
    /** It was run and held, but a stand-in for the real program answered. */
    STUBBED,
    /** A person must do or judge it: it was not run. */
    MANUAL,
    /** It was not run, on purpose; why is said with it. */
    SKIPPED,
    /** It could not be run, or it cannot be known whether it was. */
    ERRORED,
    /** It was run and did not hold. */
    FAILED;

    /** Of two labels the one that says less good. */
    public Label weaker(Label other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
