package dev.runbook.site.search;

import java.util.List;
import java.util.Optional;

/**
 * What came of a query.
 *
 * @param hits the reader's language first, in each the best first
 * @param missing words that stand nowhere as they were typed
 * @param suggestion what may have been meant
 * @param corrected whether the hits are those of the suggestion, since there were none
 */
public record SearchResults(
        List<SearchHit> hits, List<String> missing, Optional<String> suggestion, boolean corrected) {
    public SearchResults {
        hits = List.copyOf(hits);
        missing = List.copyOf(missing);
    }
}
