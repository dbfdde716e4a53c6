package dev.runbook.site.search;

import java.util.ArrayList;
import java.util.List;

/** A page's texts as they stand in the index: arrays, in the order that {@code store.js} names. */
final class PageRecord {
    private PageRecord() {}

    static List<Object> of(IndexedPage page) {
        SearchPage source = page.source();
        List<Object> sections = new ArrayList<>();
        for (int i = 0; i < source.sections().size(); i++) {
            SearchSection section = source.sections().get(i);
            sections.add(List.of(
                    section.anchor(),
                    section.heading(),
                    page.headingReadings().get(i),
                    section.text(),
                    section.code(),
                    section.output()));
        }
        return List.of(
                source.url(),
                source.title(),
                page.reading(),
                source.description(),
                source.tags(),
                source.standing(),
                String.join("\n", source.errors()),
                sections);
    }
}
