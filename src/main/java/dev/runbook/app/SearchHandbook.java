package dev.runbook.app;

import dev.runbook.model.Handbook;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.Site;
import dev.runbook.site.Theme;
import dev.runbook.site.search.Searcher;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The search of a handbook's site, without the site. */
public final class SearchHandbook {
    private SearchHandbook() {}

    /** What finds sections of the handbook as they are found on its site. */
    public static Searcher of(
            Handbook handbook, Theme theme, Function<Handbook, Optional<HandbookStatus>> verification) {
        return new Searcher(new Site(handbook, theme, Map.of(), verification.apply(handbook)).search());
    }
}
