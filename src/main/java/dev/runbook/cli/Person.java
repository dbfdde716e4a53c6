package dev.runbook.cli;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * The person at the terminal. Asks only; what is asked is printed by the caller. Used by one thread, but for
 * {@link #wake}. Nothing that is typed is kept.
 */
interface Person extends AutoCloseable {
    /** Enter, as {@link #key} gives it. */
    int ENTER = '\n';

    /**
     * A key pressed, without Enter and without echo; letters in lower case. What was typed before the question is dropped.
     *
     * @param question prints it; called again where the terminal was away
     */
    int key(Runnable question) throws Gone;

    /**
     * A line, edited in place.
     *
     * @param initial what it starts as
     */
    String line(String prompt, String initial) throws Gone;

    /** A line that is not shown. */
    String secret(String prompt) throws Gone;

    /** The terminal's width in cells, where it is known. */
    OptionalInt columns();

    /** Gives the terminal back for as long as something else has it. */
    <T> T away(Away<T> away) throws IOException;

    /** Something else that needs the terminal. */
    @FunctionalInterface
    interface Away<T> {
        T run() throws IOException;
    }

    /** From another thread: ends a question that waits, with {@link Gone}. */
    void wake();

    /** The terminal has another size, or is the process's again. */
    void redraw();

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** The person answered by leaving. */
    final class Gone extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean interrupted;

        /**
         * An end.
         *
         * @param interrupted by Ctrl-C or a signal, rather than by Ctrl-D or the end of input
         */
        Gone(boolean interrupted) {
            super("gone", null, false, false);
            this.interrupted = interrupted;
        }

        boolean interrupted() {
            return interrupted;
        }
    }
}
