package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.RunbookId;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LonePageTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void handbook() throws IOException {
        write("db/page.md", """
                ---
                title: 題
                tags: [x]
                requires: [db/other]
                ---

                ## 節 {#here}

                [別](other.md#there) と [ここ](#here) と [外](https://example.com/) と ![図](図%201.png) と WAL。

                ```bash {#run .exec}
                true
                ```
                """);
        write(
                "db/page.en.md",
                "---\ntitle: Title\n---\n\n## Section {#here}\n\nWAL\n\n```bash {#run .exec}\ntrue\n```\n");
        write("db/other.md", "# 他\n\n## そこ {#there}\n");
        write("db/図 1.png", "not really a picture");
        write("glossary.md", "# 用語集\n\n## WAL {#wal}\n\n記録。\n");
    }

    @Test
    void withoutAnAddressNothingLeadsOutOfThePage() throws IOException {
        Document page = page("", Language.JA);
        assertEquals("https://example.com/", page.select("a:contains(外)").attr("href"));
        assertEquals("#here", page.select("a:contains(ここ)").attr("href"));
        assertFalse(page.select("a:contains(別)").hasAttr("href"));
        assertFalse(page.select("a.tag, .requires a").hasAttr("href"));
        assertEquals("0", page.select("a.term").attr("tabindex"));
        assertEquals("data:x", page.select("main img").attr("src"));
        for (String address : page.select("[href]").eachAttr("href")) {
            assertTrue(address.matches("(#|data:|https://example.com/).*"), address);
        }
        for (String address : page.select("[src]").eachAttr("src")) {
            assertTrue(address.startsWith("data:"), address);
        }
    }

    @Test
    void withAnAddressLinksLeadToTheSite() throws IOException {
        Document page = page("base_url: https://example.org/ops\n", Language.EN);
        assertEquals("en", page.select("html").attr("lang"));
        assertEquals(
                "https://example.org/ops/en/glossary.html#wal",
                page.select("a.term").attr("href"));
        Document japanese = page("base_url: https://example.org/ops\n", Language.JA);
        assertEquals(
                "https://example.org/ops/db/other.html#there",
                japanese.select("a:contains(別)").attr("href"));
        assertEquals(
                "https://example.org/ops/tags/x.html", japanese.select("a.tag").attr("href"));
    }

    @Test
    void theStepsAreAllThere() throws IOException {
        Document page = page("", Language.JA);
        assertEquals("true", page.select("#run pre").text());
        assertEquals("db/page", page.body().attr("data-key"));
    }

    @Test
    void aPictureThatIsNotThereIsLeftOut() throws IOException {
        Site site = site("");
        String html = site.renderAlone(new RunbookId("db/page"), Language.JA, path -> Optional.empty())
                .orElseThrow();
        assertFalse(Jsoup.parse(html).select("main img").hasAttr("src"));
        assertEquals(
                Optional.empty(), site.renderAlone(new RunbookId("db/gone"), Language.JA, path -> Optional.empty()));
    }

    private Document page(String config, Language language) throws IOException {
        return Jsoup.parse(site(config)
                .renderAlone(
                        new RunbookId("db/page"),
                        language,
                        path -> path.equals("db/図 1.png") ? Optional.of("data:x") : Optional.empty())
                .orElseThrow());
    }

    private Site site(String config) throws IOException {
        write("handbook.yml", "title: x\n" + config);
        return new Site(new HandbookReader(folder).read(Progress.NONE).value(), new JteTheme(), Map.of());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(folder.resolve(path + "/..").normalize());
        Files.writeString(file, text);
    }
}
