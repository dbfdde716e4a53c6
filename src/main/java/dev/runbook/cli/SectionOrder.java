package dev.runbook.cli;

import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import java.util.Comparator;
import java.util.List;

/** The order of the navigation: pages at the root, then folders as configured, then the others by name. */
final class SectionOrder {
    private SectionOrder() {}

    static Comparator<ListEntry> of(HandbookConfig config) {
        List<String> sections =
                config.sections().stream().map(located -> located.value()).toList();
        return Comparator.<ListEntry>comparingInt(e -> rank(top(e.id()), sections))
                .thenComparing(e -> top(e.id()))
                .thenComparing(ListEntry::id);
    }

    /** The folder at the handbook's root that a runbook is in; empty for one at the root. */
    static String top(RunbookId id) {
        String folder = id.folder();
        int slash = folder.indexOf('/');
        return slash < 0 ? folder : folder.substring(0, slash);
    }

    private static int rank(String section, List<String> sections) {
        if (section.isEmpty()) {
            return -1;
        }
        int index = sections.indexOf(section);
        return index < 0 ? sections.size() : index;
    }
}
