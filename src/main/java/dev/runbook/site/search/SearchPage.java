package dev.runbook.site.search;

import dev.runbook.i18n.Language;
import java.util.List;

/**
 * A page in one language, as it is searched.
 *
 * @param id as a person names it ({@code database/pgbouncer})
 * @param url from the site's root, percent-encoded
 * @param description a sentence about it; may be empty
 * @param standing what verification says of it ({@code passed}); empty where it says nothing
 * @param errors log lines that lead to it
 * @param sections in order; the first stands for the page itself
 */
public record SearchPage(
        String id,
        Language language,
        String url,
        String title,
        String description,
        List<String> tags,
        String standing,
        List<String> errors,
        List<SearchSection> sections) {
    public SearchPage {
        tags = List.copyOf(tags);
        errors = List.copyOf(errors);
        sections = List.copyOf(sections);
    }
}
