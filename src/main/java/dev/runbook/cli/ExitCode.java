package dev.runbook.cli;

/** What a process says at its end; part of the command line's contract. */
final class ExitCode {
    /** It was done, and what was asked holds. */
    static final int HOLDS = 0;

    /** It was done, and what was asked does not hold. */
    static final int DOES_NOT_HOLD = 1;

    /** It could not be done. */
    static final int NOT_DONE = 2;

    /** Ended by Ctrl-C: 128 + SIGINT. Given by Java itself. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(boolean holds) {
        return holds ? HOLDS : DOES_NOT_HOLD;
    }
}
