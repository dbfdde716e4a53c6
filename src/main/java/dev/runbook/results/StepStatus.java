package dev.runbook.results;

import java.util.Optional;

/**
 * What may be said of a step as it is now.
 *
 * @param proof of the last time; empty where it was never run
 */
public record StepStatus(Standing standing, Optional<StepProof> proof) {
    public static final StepStatus NEVER = new StepStatus(Standing.NEVER, Optional.empty());
}
