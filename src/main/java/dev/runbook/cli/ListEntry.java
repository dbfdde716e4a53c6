package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A runbook in a list.
 *
 * @param title in the reader's language where there is such a version, else the original's
 * @param languages of its versions, the original's first
 */
record ListEntry(RunbookId id, String title, int steps, List<Language> languages, List<String> tags) {
    /** The handbook's runbooks without the folders' front pages, in the order of the navigation. */
    static List<ListEntry> of(Handbook handbook, Language language, Optional<String> tag) {
        return handbook.pages().values().stream()
                .filter(page -> !page.id().isIndex())
                .map(page -> of(page, handbook, language))
                .filter(entry -> tag.isEmpty() || entry.tags.contains(tag.get()))
                .sorted(SectionOrder.of(handbook.config()))
                .toList();
    }

    private static ListEntry of(Page page, Handbook handbook, Language language) {
        Runbook shown = page.in(language).orElse(page.original());
        List<Language> languages = new ArrayList<>();
        languages.add(page.original().language());
        handbook.config().languages().stream()
                .filter(page.translations()::containsKey)
                .forEach(languages::add);
        List<String> tags = page.original().frontMatter().tags().stream()
                .map(located -> located.value())
                .toList();
        return new ListEntry(page.id(), shown.title(), page.original().steps().size(), languages, tags);
    }

    String languageCodes() {
        return languages.stream().map(Language::code).collect(Collectors.joining(" "));
    }

    /** An array of objects with {@code id, title, steps, languages, tags}. */
    static String json(List<ListEntry> entries) {
        return Json.pretty(entries.stream().map(ListEntry::fields).toList());
    }

    /** One id a line: what shell completion asks for. */
    static String ids(List<ListEntry> entries) {
        return entries.stream().map(e -> e.id + "\n").collect(Collectors.joining());
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("title", title);
        fields.put("steps", steps);
        fields.put("languages", languages.stream().map(Language::code).toList());
        fields.put("tags", tags);
        return fields;
    }
}
