package dev.runbook.site.search;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Standing;
import dev.runbook.site.Site;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Progress;
import dev.runbook.testing.Golden;
import java.util.Map;
import java.util.Optional;

/** A small handbook whose search the tests know. */
final class SampleSearch {
    static final Golden GOLDEN = new Golden("search");

    private SampleSearch() {}

    static Site site() {
        Handbook handbook = new HandbookReader(GOLDEN.folder().resolve("handbook"))
                .read(Progress.NONE)
                .value();
        HandbookStatus status = new HandbookStatus(
                Map.of(),
                Map.of(
                        new RunbookId("web/nginx"), standing(Standing.PASSED),
                        new RunbookId("database/pgbouncer"), standing(Standing.TOO_OLD),
                        new RunbookId("database/backup"), standing(Standing.FAILED)));
        return new Site(handbook, new JteTheme(), Map.of(), Optional.of(status));
    }

    private static RunbookStatus standing(Standing standing) {
        return new RunbookStatus(standing, false, false, Map.of(), Optional.empty());
    }
}
