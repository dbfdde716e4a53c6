package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import java.util.Map;
import java.util.Optional;

/**
 * A place of the site that has a page in every language.
 *
 * @param page what is written there; empty for a section without {@code index.md}
 * @param section the place in {@link Structure#sections}
 * @param titles in every language; the original's where it is not translated
 * @param paths in every language
 * @param encoded the same, percent-encoded
 */
record Node(
        RunbookId id,
        Kind kind,
        Optional<Page> page,
        int section,
        Map<Language, String> titles,
        Map<Language, String> paths,
        Map<Language, String> encoded) {
    /** What a page shows. */
    enum Kind {
        /** The handbook's front page. */
        FRONT,
        /** A folder's front page: its text, then the pages in it. */
        FOLDER,
        RUNBOOK
    }

    String title(Language language) {
        return titles.getOrDefault(language, id.name());
    }

    String path(Language language) {
        return paths.getOrDefault(language, "");
    }

    /** A link to this node's page in the same language. */
    String linkFrom(Place place) {
        return place.linkTo(encoded.getOrDefault(place.language(), ""));
    }

    /** Whether its text is written in the language; a folder without text is at home in all. */
    boolean isTranslated(Language language) {
        return page.map(p -> p.in(language).isPresent()).orElse(true);
    }

    /** Identity is the id's: a node stands for its place, and its maps need not be compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
