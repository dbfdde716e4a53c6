package dev.runbook.outcome;

import dev.runbook.model.RunbookId;
import java.time.Instant;
import java.util.List;

/**
 * A whole run of one runbook.
 *
 * @param digest of the document that was carried out
 * @param results in the order in which they came
 */
public record Transcript(
        RunbookId runbook,
        String digest,
        Place place,
        Instant started,
        Instant ended,
        List<StepResult> results,
        End end) {
    public Transcript {
        results = List.copyOf(results);
    }

    /** How a run ended. */
    public enum End {
        /** Every step was gone through, and none failed. */
        COMPLETED,
        /** A step did not hold, and it went no further; or some checks did not hold. */
        FAILED,
        /** A person, or for want of one the rules of {@code --yes}, stopped it. */
        STOPPED,
        /** It could not go on. */
        ERRORED,
        /** Ctrl-C. */
        INTERRUPTED
    }
}
