package dev.runbook.site;

import dev.runbook.check.LinkResolver;
import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.results.HandbookStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What every page of a site is made from.
 *
 * @param lastChanges by source file
 * @param status what verification says; empty where there are no results
 */
record SiteContext(
        Handbook handbook,
        Structure structure,
        SitePaths paths,
        Theme theme,
        LinkResolver links,
        Glossary glossary,
        Map<String, LocalDate> lastChanges,
        Optional<HandbookStatus> status) {
    static SiteContext of(
            Handbook handbook, Theme theme, Map<String, LocalDate> lastChanges, Optional<HandbookStatus> status) {
        SitePaths paths = new SitePaths(handbook.config().primary());
        Structure structure = new StructureBuilder(handbook, paths).build();
        return new SiteContext(
                handbook,
                structure,
                paths,
                theme,
                new LinkResolver(handbook),
                Glossary.of(handbook),
                Map.copyOf(lastChanges),
                status);
    }

    HandbookConfig config() {
        return handbook.config();
    }

    String siteTitle(Language language) {
        return StructureBuilder.siteTitle(handbook, language);
    }

    /** The absolute address of a path, where the site's address is known; front pages without {@code index.html}. */
    Optional<String> address(String encodedPath) {
        return config().baseUrl().map(base -> {
            boolean front = encodedPath.equals("index.html") || encodedPath.endsWith("/index.html");
            int end = front ? encodedPath.length() - "index.html".length() : encodedPath.length();
            return base + encodedPath.substring(0, end);
        });
    }
}
