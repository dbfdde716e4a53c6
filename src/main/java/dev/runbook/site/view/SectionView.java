package dev.runbook.site.view;

import java.util.List;
import java.util.Optional;

/**
 * A page that lists others: a section's front page, the handbook's, a tag's.
 *
 * @param parts the text of its {@code index.md}; empty where there is none
 * @param groups of cards; a group without a title stands alone
 * @param totals what verification says of all runbooks; on the handbook's front page alone, where there are results
 */
public record SectionView(
        Frame frame, boolean front, boolean translated, List<Part> parts, List<Group> groups, Optional<Totals> totals) {

    /** Cards under a title; the title may be empty, its link absent. */
    public record Group(String title, Optional<String> href, List<Card> cards) {}

    /**
     * A page in a list.
     *
     * @param description plain text, may be empty
     * @param steps how many steps it has; 0 for a page that is only read
     * @param translated whether it is in the list's language
     * @param badge empty on a site without results, and for a page that is only read
     */
    public record Card(
            String title,
            String href,
            String description,
            List<String> tags,
            int steps,
            boolean translated,
            Optional<Badge> badge) {}
}
