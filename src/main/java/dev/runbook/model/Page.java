package dev.runbook.model;

import dev.runbook.i18n.Language;
import java.util.Map;
import java.util.Optional;

/**
 * A runbook in all languages that it exists in.
 *
 * @param original the version that is carried out
 * @param translations by language, without the original's
 */
public record Page(Runbook original, Map<Language, Runbook> translations) {
    public Page {
        translations = Map.copyOf(translations);
    }

    public RunbookId id() {
        return original.id();
    }

    /** The version in a language, if there is one. */
    public Optional<Runbook> in(Language language) {
        return original.language() == language
                ? Optional.of(original)
                : Optional.ofNullable(translations.get(language));
    }
}
