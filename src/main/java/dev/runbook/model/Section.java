package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.List;

/**
 * A heading and what follows it up to the next heading of any level. The first section of a page may have no heading:
 * then its level is 0 and its id and title are empty.
 *
 * @param id unique in the page: {@code {#id}}, or made of the title (NFKC, lower case, Japanese kept, spaces as
 *     {@code -})
 * @param explicitId whether the author wrote it
 * @param title as plain text
 * @param titleHtml as inline HTML
 * @param span the heading's
 */
public record Section(
        String id, boolean explicitId, int level, String title, Html titleHtml, Span span, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    /** The steps among the blocks, in order. */
    public List<Step> steps() {
        return blocks.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .toList();
    }
}
