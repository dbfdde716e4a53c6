package dev.runbook.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a step is run.
 *
 * @param user who runs it; empty: the runbook's {@code user}
 * @param timeout default 60 s
 * @param exit the exit status that counts as success, 0 to 255
 * @param cwd the working directory, absolute; empty: where the user's shell is
 * @param shell for shell scripts; default {@code bash}
 * @param interactive whether it gets the terminal
 * @param danger what it destroys: a person must type it
 * @param needs what the environment must offer
 * @param once of a check: it holds only before the runbook's changes, so that it need not hold when it is carried out again
 */
public record StepOptions(
        Optional<String> user,
        Duration timeout,
        Optional<Retry> retry,
        int exit,
        Optional<String> cwd,
        Optional<String> shell,
        boolean interactive,
        Optional<String> danger,
        List<String> needs,
        boolean once) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public static final StepOptions DEFAULTS = new StepOptions(
            Optional.empty(),
            DEFAULT_TIMEOUT,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            false);

    public StepOptions {
        needs = List.copyOf(needs);
    }

    /**
     * {@code retry=10x1s}: until it holds.
     *
     * @param times how many tries in all
     * @param interval between two tries
     */
    public record Retry(int times, Duration interval) {}
}
