package dev.runbook.site.search;

import dev.runbook.i18n.Language;
import java.util.List;

/**
 * A section that was found.
 *
 * @param id the page's, as a person names it
 * @param url of the page, from the site's root, percent-encoded
 * @param title the page's
 * @param anchor the section's id; empty at the top of the page
 * @param heading empty at the top of the page
 * @param standing what verification says of the page; empty where it says nothing
 * @param snippet of its text
 * @param marks places in the snippet where what was looked for stands: from, to, from, to …
 */
public record SearchHit(
        String id,
        Language language,
        String url,
        String title,
        String anchor,
        String heading,
        String standing,
        double score,
        String snippet,
        List<Integer> marks) {
    public SearchHit {
        marks = List.copyOf(marks);
    }
}
