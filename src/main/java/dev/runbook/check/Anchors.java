package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import java.util.HashSet;
import java.util.Set;

/** The ids of a page. */
final class Anchors {
    private Anchors() {}

    /**
     * The ids of a page as it is shown in a language: the shown version's sections and anchors, and the original's steps,
     * since a step has one id in all languages.
     */
    static Set<String> of(Page page, Language language) {
        Runbook shown = page.in(language).orElse(page.original());
        Set<String> ids = new HashSet<>(shown.anchors());
        for (Section section : shown.sections()) {
            ids.add(section.id());
        }
        for (Step step : page.original().steps()) {
            ids.add(step.id().name());
        }
        ids.remove("");
        return ids;
    }
}
