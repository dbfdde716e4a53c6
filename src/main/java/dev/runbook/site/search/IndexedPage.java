package dev.runbook.site.search;

import java.util.List;

/**
 * A page with what is worked out of its texts.
 *
 * @param reading of the title, in katakana; empty where it has no kanji
 * @param headingReadings of each section's heading
 */
record IndexedPage(SearchPage source, String reading, List<String> headingReadings) {
    IndexedPage {
        headingReadings = List.copyOf(headingReadings);
    }

    static IndexedPage of(SearchPage page, Readings readings) {
        return new IndexedPage(
                page,
                readings.of(page.title()),
                page.sections().stream().map(s -> readings.of(s.heading())).toList());
    }
}
