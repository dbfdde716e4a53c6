package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePathsTest {
    private final SitePaths paths = new SitePaths(Language.JA);

    @Test
    void thePrimaryLanguageIsAtTheRootAndOthersInTheirFolder() {
        RunbookId id = new RunbookId("database/pgbouncer");
        assertEquals("database/pgbouncer.html", paths.page(id, Language.JA));
        assertEquals("en/database/pgbouncer.html", paths.page(id, Language.EN));
        assertEquals("en/index.html", paths.page(new RunbookId("index"), Language.EN));
        assertEquals("en/tags/redis.html", paths.tag("redis", Language.EN));
        assertEquals("tags/index.html", paths.tags(Language.JA));
        assertEquals("ja/a.html", new SitePaths(Language.EN).page(new RunbookId("a"), Language.JA));
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, b.html, b.html",
        "a/b.html, a/c.html, c.html",
        "a/b.html, a/c/d.html, c/d.html",
        "a/b/c.html, a/d.html, ../../a/d.html",
        "a/b.html, index.html, ../index.html",
        "en/a/b.html, a/b.html, ../../a/b.html",
        "a/b.html, ab/c.html, ../ab/c.html",
    })
    void linksAreRelative(String from, String to, String expected) {
        assertEquals(expected, SitePaths.relative(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "データベース/接続 プール.html",
        "a b/c#d.html",
        "100%/x?y.html",
        "a:b/c:d.html",
        "'quo''te\"s/<&>.html'",
        "🐘/+plus+.html",
        "%41/%zz.html",
    })
    void anyNameIsReachedFromAnyPage(String name) {
        for (String from : new String[] {"index.html", "x/y/z.html", name, "データベース/a.html", "a:b/x.html"}) {
            URI base = URI.create("https://example.org/root/" + SitePaths.encode(from));
            String link = SitePaths.relative(from, name);
            assertEquals("/root/" + name, base.resolve(link).getPath(), from + " → " + link);
        }
    }
}
