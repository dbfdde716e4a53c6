package dev.runbook.exec;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.Place;

/** A place where commands can be run. Mechanism only: it knows nothing of steps, expectations and retries. */
public interface Backend extends AutoCloseable {
    Place place();

    /**
     * The user's session, opened on first use and then kept: what a command leaves in its shell is there for the next.
     *
     * @throws BackendException if there is no such user, or this account may not act for it
     */
    Session session(String user) throws BackendException;

    /**
     * Runs a short script of the tool's own in a shell of its own, out of the way of the user's session.
     *
     * @param input its standard input, whole
     * @throws BackendException if it could not be run; a script that fails is no exception
     */
    Reply call(String user, String script, byte[] input) throws BackendException;

    /** Ends all sessions. Processes that blocks left in the background go on. */
    @Override
    void close();

    /** What a {@link #call} gave. */
    record Reply(int exitStatus, Output output, Output errors) {}
}
