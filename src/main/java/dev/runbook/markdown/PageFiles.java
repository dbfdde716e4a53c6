package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one page.
 *
 * @param original what is carried out; a translation, where there is nothing else
 * @param translations by language, without the original's
 */
record PageFiles(
        RunbookId id,
        String original,
        Language language,
        Map<Language, String> translations,
        List<Diagnostic> problems) {

    /** The page that files with the same id make; at least one is given. */
    static PageFiles of(List<PageName> names, HandbookConfig config) {
        Map<Language, PageName> byLanguage = new EnumMap<>(Language.class);
        List<Diagnostic> problems = new ArrayList<>();
        for (PageName name : names) {
            PageName other = byLanguage.putIfAbsent(name.language().orElse(config.primary()), name);
            if (other != null) {
                // NAME.md and NAME.ja.md: the one without a language is what people mean.
                PageName kept = name.language().isEmpty() ? name : other;
                PageName left = kept.equals(name) ? other : name;
                byLanguage.put(config.primary(), kept);
                problems.add(
                        Diagnostic.of(MarkdownCode.TWO_ORIGINALS, Span.startOf(left.path()), left.path(), kept.path()));
            }
        }
        Language language = config.languages().stream()
                .filter(byLanguage::containsKey)
                .findFirst()
                .orElse(config.primary());
        PageName original = Optional.ofNullable(byLanguage.remove(language)).orElseGet(() -> names.get(0));
        if (language != config.primary()) {
            problems.add(Diagnostic.of(
                    MarkdownCode.TRANSLATION_WITHOUT_ORIGINAL,
                    Span.startOf(original.path()),
                    original.path(),
                    original.id().path() + ".md"));
        }
        Map<Language, String> translations = new EnumMap<>(Language.class);
        byLanguage.forEach((other, name) -> translations.put(other, name.path()));
        return new PageFiles(original.id(), original.path(), language, translations, problems);
    }
}
