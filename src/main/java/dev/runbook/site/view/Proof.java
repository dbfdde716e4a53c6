package dev.runbook.site.view;

import dev.runbook.site.view.Part.Code;
import java.util.Optional;

/**
 * A badge and what is behind it.
 *
 * @param then the label that it had when it was run, where the badge does not say so any more
 * @param note why it was skipped, or which stubs answered; may be empty
 * @param place where it was run; empty where it was not
 * @param took as {@code 1m2s}; empty where it was not run
 * @param tries how often it was tried
 * @param cause what did not hold or could not be run, in the page's language
 * @param output what was written, secrets masked; empty where nothing was, or nothing was run
 * @param diff how it differs from what was expected
 */
public record Proof(
        Badge badge,
        Optional<String> then,
        String note,
        Optional<Where> place,
        String took,
        int tries,
        Optional<Cause> cause,
        Optional<Code> output,
        Optional<Code> diff) {

    /** Whether there is more to say than the badge does. */
    public boolean hasMore() {
        return !took.isEmpty() || cause.isPresent();
    }

    /**
     * Where something was run.
     *
     * @param environment its title in the page's language
     * @param standIn whether it only stands in for what the title says
     */
    public record Where(String environment, boolean standIn) {}

    /** What went wrong, and what to do about it; both plain text. */
    public record Cause(String message, String hint) {}
}
