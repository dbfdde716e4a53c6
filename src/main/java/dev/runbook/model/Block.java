package dev.runbook.model;

import dev.runbook.source.Span;

/** What a section is made of, in the order of the source. */
public sealed interface Block permits Prose, Listing, Step {
    Span span();

    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of block. */
    interface Visitor<R> {
        R prose(Prose prose);

        R listing(Listing listing);

        R step(Step step);
    }
}
