package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.source.Progress;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final Golden GOLDEN = new Golden("site");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"whole", "bare"})
    void everyPageShowsWhatItsSourceSays(String name) {
        Site site = site(GOLDEN.folder().resolve(name));
        StringBuilder shown = new StringBuilder();
        for (String path : new TreeSet<>(site.pages())) {
            shown.append("=== ")
                    .append(path)
                    .append(" ← ")
                    .append(site.source(path).orElse("-"))
                    .append('\n');
            shown.append(site.render(path).orElseThrow());
        }
        site.files()
                .forEach((path, content) -> shown.append("=== ")
                        .append(path)
                        .append('\n')
                        .append(new String(content, StandardCharsets.UTF_8)));
        GOLDEN.check(name + ".txt", shown.toString());
        assertEquals(List.of(), site.diagnostics());
    }

    @Test
    void pagesSayWhatVerificationSaysAndNoMore() {
        Handbook handbook = handbook(GOLDEN.folder().resolve("whole"));
        Site site = new Site(handbook, new PlainTheme(), Map.of(), Optional.of(SampleStatus.of(handbook)));
        StringBuilder shown = new StringBuilder();
        for (String path : List.of(
                "status/index.html", "en/status/index.html", "database/pgbouncer.html", "index.html", "404.html")) {
            shown.append("=== ")
                    .append(path)
                    .append('\n')
                    .append(site.render(path).orElseThrow());
        }
        GOLDEN.check("verified.txt", shown.toString());
        assertEquals(List.of(), site.diagnostics());
    }

    @Test
    void withoutResultsNoPageSaysAnything() {
        Site site = site(GOLDEN.folder().resolve("whole"));
        assertEquals(Optional.empty(), site.render("status/index.html"));
        String page = site.render("database/pgbouncer.html").orElseThrow();
        assertTrue(page.contains("verification: -") && page.contains("proof: -"), page);
        assertTrue(!page.contains("never"), page);
    }

    @Test
    void aFolderNamedStatusIsInTheWayOnlyWhereThereAreResults() throws IOException {
        write("status/index.md", "# Status\n");
        Handbook handbook = handbook(folder);
        HandbookStatus none = new HandbookStatus(Map.of(), Map.of());
        assertEquals(List.of(), site(folder).diagnostics());
        assertEquals(
                List.of(SiteDiagnostic.PATH_TAKEN, SiteDiagnostic.PATH_TAKEN),
                new Site(handbook, new PlainTheme(), Map.of(), Optional.of(none))
                        .diagnostics().stream().map(d -> d.code()).toList());
    }

    @Test
    void onlyLinkedAssetsArePublished() {
        assertEquals(
                Set.of("pictures/図 1.png"),
                site(GOLDEN.folder().resolve("whole")).linkedAssets());
    }

    @Test
    void aRunbookHasAPageInEachLanguage() {
        Site site = site(GOLDEN.folder().resolve("whole"));
        assertEquals(
                List.of("nginx/未訳 100%.html", "en/nginx/未訳 100%.html"), site.pagesOf(new RunbookId("nginx/未訳 100%")));
        assertEquals(Optional.empty(), site.render("nowhere.html"));
    }

    @Test
    void twoThingsAtOnePlaceAreAnError() throws IOException {
        write("en/a.md", "# A\n");
        write("a.md", "# A\n");
        write("404.md", "# A\n\n[b](b.html)\n");
        write("b.md", "# B\n");
        write("b.html", "B");
        write("tags/index.md", "# C\n");
        write("c.md", "---\ntags: [x]\n---\n");
        List<String> taken = site(folder).diagnostics().stream()
                .filter(d -> d.code() == SiteDiagnostic.PATH_TAKEN)
                .map(d -> d.span().file() + " " + d.arguments())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "404.md [404.html]",
                        "a.md [en/a.html]",
                        "b.html [b.html]",
                        "en/a.md [en/index.html]",
                        "tags/index.md [en/tags/index.html]",
                        "tags/index.md [tags/index.html]"),
                taken);
    }

    @Test
    void tagsHaveEachAPageOfTheirOwn() throws IOException {
        write("a.md", "---\ntags: [C++, C#, c＃, Index, '*', 日本 語]\n---\n");
        Set<String> tags = new TreeSet<>(site(folder).pages());
        tags.removeIf(p -> !p.startsWith("tags/"));
        assertEquals(
                Set.of(
                        "tags/index.html",
                        "tags/c.html",
                        "tags/c-2.html",
                        "tags/index-2.html",
                        "tags/tag.html",
                        "tags/日本-語.html"),
                tags);
    }

    @Test
    void navigationDoesNotGrowWithTheHandbook() throws IOException {
        for (int i = 0; i < 600; i++) {
            write("section/page-%03d.md".formatted(i), "# P %d\n".formatted(i));
            write("s-%03d/index.md".formatted(i), "# S %d\n".formatted(i));
        }
        Site site = site(folder);
        String page = site.render("section/page-300.html").orElseThrow();
        assertTrue(page.contains("page-250.html") && page.contains("page-350.html"));
        assertTrue(page.lines().count() < 1500, () -> page.lines().count() + " lines");
    }

    @Test
    void thePageOfABrokenLinkIsStillShown() throws IOException {
        write("a.md", "[gone](b.md) ![gone](b.png)\n");
        String page = site(folder).render("a.html").orElseThrow();
        assertTrue(page.contains("<a href=\"#\" class=\"broken\">gone</a>"), page);
        assertTrue(page.contains("src=\"\" class=\"broken\""), page);
    }

    @Test
    void withoutAnAddressThereIsNoSitemap() throws IOException {
        write("a.md", "# A\n");
        Site site = site(folder);
        assertEquals(
                Set.of("robots.txt", "llms.txt", "en/llms.txt", "sw.js"),
                site.files().keySet());
        assertEquals(Map.of(), site.pictures());
        assertEquals("", site.basePath());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(folder.resolve(path + "/..").normalize());
        Files.writeString(file, text);
    }

    private static Handbook handbook(Path folder) {
        return new HandbookReader(folder).read(Progress.NONE).value();
    }

    private static Site site(Path folder) {
        Handbook handbook = handbook(folder);
        return new Site(
                handbook,
                new PlainTheme(),
                Map.of("database/pgbouncer.md", LocalDate.of(2026, 11, 20), "index.en.md", LocalDate.of(2026, 1, 2)));
    }
}
