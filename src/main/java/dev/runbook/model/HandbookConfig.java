package dev.runbook.model;

import dev.runbook.i18n.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code handbook.yml}.
 *
 * @param languages the first is that of the originals
 * @param baseUrl where the site will be, with a last {@code /}
 * @param sections folders in the order in which they are shown; folders not named follow, by name
 * @param editUrl where a page's source can be edited; {@code {path}} stands for its path in the handbook
 * @param environment the default environment for verification
 * @param staleAfter how old a verification may get
 * @param timezone an IANA name
 * @param allowHtml HTML elements allowed in Markdown beside the safe ones
 * @param synonyms groups of words that mean the same to the search
 */
public record HandbookConfig(
        Map<Language, String> title,
        Map<Language, String> description,
        List<Language> languages,
        Optional<String> baseUrl,
        List<Located<String>> sections,
        Optional<String> editUrl,
        Optional<Located<String>> environment,
        Duration staleAfter,
        String timezone,
        Set<String> allowHtml,
        List<List<String>> synonyms) {
    public static final Duration DEFAULT_STALE_AFTER = Duration.ofDays(30);

    public static final HandbookConfig DEFAULTS = new HandbookConfig(
            Map.of(),
            Map.of(),
            List.of(Language.JA, Language.EN),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            DEFAULT_STALE_AFTER,
            "UTC",
            Set.of(),
            List.of());

    public HandbookConfig {
        title = Map.copyOf(title);
        description = Map.copyOf(description);
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
        allowHtml = Set.copyOf(allowHtml);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /** The language of the originals. */
    public Language primary() {
        return languages.get(0);
    }
}
