package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.List;

/**
 * Safe HTML whose link targets are still what the author wrote: only the site knows where a page will be. Pieces stand in
 * order; a {@link Target} is the value of an {@code href} or {@code src} attribute and stands between its quotes.
 *
 * <p>It may open an element that a later block of the same section closes (a step inside a list item splits the list's
 * HTML in two): put together in order, a section's blocks are balanced.
 */
public record Html(List<Piece> pieces) {
    public static final Html EMPTY = new Html(List.of());

    public Html {
        pieces = List.copyOf(pieces);
    }

    public static Html of(String text) {
        return new Html(List.of(new Text(text)));
    }

    /** A part of an {@link Html}. */
    public sealed interface Piece {}

    /** Finished HTML. */
    public record Text(String html) implements Piece {}

    /**
     * A link's destination as written: percent-encoded, not HTML-escaped.
     *
     * @param image whether the browser loads it ({@code src}), not the reader ({@code href})
     */
    public record Target(String destination, boolean image, Span span) implements Piece {}

    /** All link targets in order. */
    public List<Target> targets() {
        return pieces.stream()
                .filter(Target.class::isInstance)
                .map(Target.class::cast)
                .toList();
    }
}
