package dev.runbook.model;

import dev.runbook.i18n.Language;
import dev.runbook.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * One page in one language.
 *
 * @param title the front matter's, else the first heading of level 1, else the file's name
 * @param sections in order; a heading of level 1 that gave or repeats the title is not among them
 * @param anchors ids that raw HTML in the text defines, beside those of sections and steps
 */
public record Runbook(
        RunbookId id,
        Language language,
        SourceFile source,
        FrontMatter frontMatter,
        String title,
        List<Section> sections,
        Set<String> anchors) {
    public Runbook {
        sections = List.copyOf(sections);
        anchors = Set.copyOf(anchors);
    }

    /** All steps in order. */
    public List<Step> steps() {
        return sections.stream().flatMap(s -> s.steps().stream()).toList();
    }
}
