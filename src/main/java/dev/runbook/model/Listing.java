package dev.runbook.model;

import dev.runbook.source.Span;

/**
 * A code block that is shown and never run.
 *
 * @param language the info string's first word, lower case; empty where there is none
 * @param code the content, without the fence's indentation, with a last newline unless empty
 */
public record Listing(Span span, String language, String code) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.listing(this);
    }
}
