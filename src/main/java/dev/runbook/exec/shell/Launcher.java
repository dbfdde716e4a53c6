package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import dev.runbook.outcome.Place;
import java.util.List;

/** Starts processes in one place: all that places differ in. They run as the place's own account. */
public interface Launcher extends AutoCloseable {
    /** Known once the launcher is made; its user is the account that {@link #start} runs as. */
    Place place();

    /**
     * Starts a program with pipes for its three streams, with no terminal of its own to read from, and out of reach of a
     * Ctrl-C at this process's terminal. Words are passed as they are, to no shell.
     *
     * @throws BackendException if the place cannot be reached
     */
    Channel start(List<String> arguments) throws BackendException;

    /**
     * As {@link #start(List)}, a program that is given exactly so many bytes and then its input's end. A place that cannot
     * pass on the end of an input can so make one.
     *
     * @throws BackendException if the place cannot be reached
     */
    default Channel start(List<String> arguments, int inputLength) throws BackendException {
        return start(arguments);
    }

    /**
     * Runs a program on the terminal of this process, to its end.
     *
     * @return its exit status
     * @throws BackendException if the place cannot be reached
     */
    int attach(List<String> arguments) throws BackendException, InterruptedException;

    /** Frees what the place needed. What still runs there goes on. */
    @Override
    void close();
}
