package dev.runbook.exec;

/** One user's shell, kept open. Used by one thread at a time, but for {@link #interrupt}. */
public interface Session {
    /**
     * Runs one command to its end, its time limit or {@link #interrupt}; what it wrote goes to {@code sink} as it comes,
     * all of it before this returns.
     *
     * @throws BackendException if it could not be run, or if contact was lost while it ran
     */
    Ended run(Command command, OutputSink sink) throws BackendException;

    /** Ends the running command and all that it started, from another thread; nothing where none is running. */
    void interrupt();
}
