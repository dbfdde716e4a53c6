package dev.runbook.model;

import dev.runbook.source.Span;

/**
 * Text between the blocks that have a meaning of their own.
 *
 * @param markdown the source as written, for a terminal
 * @param html the same, rendered; see there for elements that stay open
 */
public record Prose(Span span, String markdown, Html html) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.prose(this);
    }
}
