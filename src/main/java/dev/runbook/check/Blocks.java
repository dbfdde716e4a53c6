package dev.runbook.check;

import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a section by kind. */
final class Blocks {
    private Blocks() {}

    static List<Prose> prose(Section section) {
        return section.blocks().stream()
                .filter(Prose.class::isInstance)
                .map(Prose.class::cast)
                .toList();
    }

    static List<Listing> listings(Section section) {
        return section.blocks().stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
    }

    /** The steps that are code blocks. */
    static List<Step> annotated(List<Step> steps) {
        return steps.stream().filter(s -> !s.isManual()).toList();
    }

    static List<Step> manual(List<Step> steps) {
        return new ArrayList<>(steps.stream().filter(Step::isManual).toList());
    }
}
