package dev.runbook.exec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a command ended.
 *
 * @param how what ended it
 * @param exitStatus as a shell gives it; empty where it had none
 * @param failedAt of a script for the shell that failed: where
 */
public record Ended(How how, OptionalInt exitStatus, Optional<FailedAt> failedAt) {
    /** What ended a command. */
    public enum How {
        /** By itself. */
        EXITED,
        /** Its time was up; all that it started was ended. */
        TIMED_OUT,
        /** {@link Session#interrupt}; all that it started was ended. */
        INTERRUPTED
    }

    /**
     * The command of a script that failed.
     *
     * @param line of the script, from 1
     * @param command as the shell prints it, on one line
     */
    public record FailedAt(int line, String command) {}
}
