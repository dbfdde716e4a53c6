package dev.runbook.check;

import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import java.util.ArrayList;
import java.util.List;

/** A section and its translation. */
record SectionPair(Section original, Section translated) {
    /** The sections that belong together: by position where there are as many, else by their written ids. */
    static List<SectionPair> of(Runbook original, Runbook translation) {
        List<SectionPair> pairs = new ArrayList<>();
        List<Section> originals = headed(original);
        List<Section> translated = headed(translation);
        if (originals.size() == translated.size()) {
            for (int i = 0; i < originals.size(); i++) {
                pairs.add(new SectionPair(originals.get(i), translated.get(i)));
            }
        } else {
            for (Section section : originals) {
                translated.stream()
                        .filter(t -> t.explicitId() && section.explicitId() && t.id().equals(section.id()))
                        .findFirst()
                        .ifPresent(t -> pairs.add(new SectionPair(section, t)));
            }
        }
        if (hasTop(original) && hasTop(translation)) {
            pairs.add(new SectionPair(
                    original.sections().get(0), translation.sections().get(0)));
        }
        return pairs;
    }

    /** The sections that have a heading. */
    static List<Section> headed(Runbook runbook) {
        return runbook.sections().stream().filter(s -> s.level() > 0).toList();
    }

    private static boolean hasTop(Runbook runbook) {
        return !runbook.sections().isEmpty() && runbook.sections().get(0).level() == 0;
    }
}
