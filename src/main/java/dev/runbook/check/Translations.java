package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How a translation and its original belong together. */
public final class Translations {
    private Translations() {}

    /**
     * The sections of a page's translation whose original has moved on since they were translated, by their ids in the
     * translation. Empty where there is no translation, or none of it is recorded.
     */
    public static Set<String> outdated(Page page, Language language) {
        Set<String> outdated = new HashSet<>();
        Runbook translation = page.translations().get(language);
        if (translation != null) {
            for (SectionPair pair : SectionPair.of(page.original(), translation)) {
                if (isOutdated(pair, translation)) {
                    outdated.add(pair.translated().id());
                }
            }
        }
        return outdated;
    }

    /** For each step of a page's translation that belongs to a step of the original, that step, by the former's id. */
    public static Map<StepId, Step> originals(Page page, Language language) {
        Map<StepId, Step> originals = new HashMap<>();
        Runbook translation = page.translations().get(language);
        if (translation != null) {
            for (StepPairs.Pair pair :
                    StepPairs.of(page.original(), translation).pairs()) {
                originals.put(pair.translated().id(), pair.original());
            }
        }
        return originals;
    }

    /** Whether the original's section is no longer the one that was translated. */
    static boolean isOutdated(SectionPair pair, Runbook translation) {
        Located<String> recorded = translation.frontMatter().translates().get(SectionDigest.key(pair.original()));
        return recorded != null && !recorded.value().equals(SectionDigest.of(pair.original()));
    }

    /** Whether a translation with records has none for the section. */
    static boolean isUnrecorded(Section original, Runbook translation) {
        Map<String, Located<String>> recorded = translation.frontMatter().translates();
        return !recorded.isEmpty() && !recorded.containsKey(SectionDigest.key(original));
    }
}
