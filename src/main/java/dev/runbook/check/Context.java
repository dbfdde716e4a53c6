package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the checks of all pages share.
 *
 * @param languages those in which any page exists
 * @param vowels fed while pages are checked
 */
record Context(
        Handbook handbook,
        Set<Language> languages,
        LinkResolver links,
        LinkSuggestions linkSuggestions,
        Requirements requirements,
        LongVowels vowels) {
    static Context of(Handbook handbook) {
        return new Context(
                handbook,
                languages(handbook),
                new LinkResolver(handbook),
                new LinkSuggestions(handbook),
                new Requirements(handbook),
                new LongVowels());
    }

    private static Set<Language> languages(Handbook handbook) {
        Set<Language> configured = EnumSet.copyOf(handbook.config().languages());
        Set<Language> found = EnumSet.noneOf(Language.class);
        for (Page page : handbook.pages().values()) {
            found.add(page.original().language());
            found.addAll(page.translations().keySet());
            if (found.containsAll(configured)) {
                break;
            }
        }
        return found;
    }
}
