package dev.runbook.site;

import java.util.List;

/**
 * A tag and the runbooks that have it.
 *
 * @param name as it was first written
 * @param slug its page's name, unique among the tags
 */
record Tag(String name, String slug, List<Node> nodes) {
    Tag {
        nodes = List.copyOf(nodes);
    }

    /** Identity is the slug's. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag && tag.slug.equals(slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }
}
