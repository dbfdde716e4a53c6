package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.BuildSite.BuildResult;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Results;
import dev.runbook.site.DiskTree;
import dev.runbook.site.Theme;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildSiteTest {
    private static final Path WHOLE = Path.of("src", "test", "golden", "site", "whole");

    @TempDir
    private Path temp;

    private Path handbook;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        handbook = Files.createDirectory(temp.resolve("handbook"));
        out = temp.resolve("site");
    }

    @Test
    void aWholeHandbookBecomesASiteThatPassesItsAudit() throws IOException {
        BuildResult result = build(WHOLE);
        assertEquals("", errors(result));
        assertTrue(result.written());
        Map<String, byte[]> files = files();
        assertEquals(1, result.assets());
        assertEquals(
                result.pages(),
                files.keySet().stream().filter(p -> p.endsWith(".html")).count());
        assertTrue(files.containsKey("index.html") && files.containsKey("en/database/pgbouncer.html"));
        assertTrue(files.containsKey("pictures/図 1.png") && files.containsKey("404.html"));
        assertTrue(files.containsKey(DiskTree.MARKER) && files.containsKey("assets/site.css"));
        assertFalse(files.containsKey("pictures/not-linked.txt") || files.containsKey("handbook.yml"));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        build(WHOLE);
        Map<String, byte[]> first = files();
        build(WHOLE);
        Map<String, byte[]> second = files();
        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, content) -> assertArrayEquals(content, second.get(path), path));
    }

    @Test
    void theSameResultsGiveTheSameBytesUntilTheyAreTooOld() throws IOException {
        write("a.md", "# A\n\n## B\n\n```bash {#run .exec}\nrun\n```\n\n```bash {#look .check}\nlook\n```\n");
        Instant run = Instant.parse("2026-11-24T16:02:25Z");
        Instant last = run.plus(HandbookConfig.DEFAULT_STALE_AFTER);
        build(handbook, run);
        Map<String, byte[]> first = files();
        build(handbook, last);
        Map<String, byte[]> second = files();
        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, content) -> assertArrayEquals(content, second.get(path), path));
        assertTrue(files().containsKey("status/index.html") && files().containsKey("en/status/index.html"));
        assertTrue(Files.readString(out.resolve("en/a.html")).contains("badge-passed"));
        build(handbook, last.plusMillis(1));
        String page = Files.readString(out.resolve("en/a.html"));
        assertTrue(page.contains("badge-too-old") && !page.contains("badge-passed"), page);
        assertTrue(page.contains("Then it said: Passed."), page);
    }

    /** With a result of the page {@code a} whose steps all passed. */
    private void build(Path folder, Instant now) {
        Handbook read = new HandbookReader(folder).read(Progress.NONE).value();
        Results results = SampleResults.passed(read, new RunbookId("a"), Instant.parse("2026-11-24T16:02:25Z"));
        BuildResult result = new BuildSite(
                        JteTheme.of(folder), h -> Optional.of(new JudgeResults(folder, results, now).of(h)))
                .build(folder, out, Progress.NONE);
        assertTrue(result.written(), () -> errors(result));
    }

    @Test
    void aThemeThatFailsOnAPageLeavesTheOldSite() throws IOException {
        Path folder = Files.createDirectory(out.resolveSibling("themed"));
        Files.writeString(folder.resolve("a.md"), "---\ntitle: A\n---\n\nText.\n");
        Path footer = folder.resolve("theme/templates/footer.jte");
        Files.createDirectories(footer.getParent());
        String head = "@import dev.runbook.site.theme.Page\n@param Page page\n";
        Files.writeString(footer, head + "<footer>ours</footer>\n");
        assertTrue(themed(folder).written());
        assertTrue(Files.readString(out.resolve("a.html")).contains("<footer>ours</footer>"));
        Files.writeString(footer, head + "<footer>\n${page.frame().title().substring(999)}</footer>\n");
        BuildResult failed = themed(folder);
        assertFalse(failed.written());
        List<Diagnostic> errors =
                failed.diagnostics().stream().filter(Diagnostic::isError).toList();
        assertEquals(1, errors.size(), errors::toString);
        assertEquals("theme/templates/footer.jte:4:1", errors.get(0).span().toString());
        Files.writeString(footer, "${nope}\n");
        assertFalse(themed(folder).written());
        assertTrue(Files.readString(out.resolve("a.html")).contains("<footer>ours</footer>"));
    }

    private BuildResult themed(Path folder) {
        return new BuildSite(JteTheme.of(folder), handbook -> Optional.empty()).build(folder, out, Progress.NONE);
    }

    @Test
    void anErrorLeavesTheOldSiteAndNothingElse() throws IOException {
        write("a.md", "# Old\n");
        assertTrue(build(handbook).written());
        write("a.md", "# New\n\n[gone](gone.md)\n");
        BuildResult result = build(handbook);
        assertFalse(result.written());
        assertFalse(errors(result).isEmpty());
        assertTrue(Files.readString(out.resolve("a.html")).contains("Old"));
        assertEquals(List.of("handbook", "site"), names(temp));
    }

    @Test
    void whatOnlyTheAuditFindsIsAnErrorToo() throws IOException {
        write("a.md", "# A\n");
        BuildResult result = new BuildSite(new ThemeWithDeadLink()).build(handbook, out, Progress.NONE);
        assertFalse(result.written());
        assertEquals("a.md:1:1 [dead-link]\n".repeat(2), errors(result));
        assertEquals(List.of("handbook"), names(temp));
    }

    @Test
    void warningsDoNotStopABuild() throws IOException {
        write("a.md", "# A\n\n## B\n\n```bash {.exec}\ntrue\n```\n\n```bash {.check}\ntrue || true\n```\n");
        BuildResult result = build(handbook);
        assertTrue(result.written(), () -> errors(result));
        assertFalse(result.diagnostics().isEmpty());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsADiagnostic() throws IOException {
        write("a.md", "# A\n");
        Files.createDirectory(out);
        Files.writeString(out.resolve("thesis.txt"), "years");
        BuildResult result = build(handbook);
        assertFalse(result.written());
        assertEquals(out + ":1:1 [out-not-a-site]\n", errors(result));
        assertEquals("years", Files.readString(out.resolve("thesis.txt")));
    }

    @Test
    void anEmptyFolderBecomesAFrontPage() throws IOException {
        BuildResult result = build(handbook);
        assertTrue(result.written(), () -> errors(result));
        assertTrue(files().containsKey("index.html") && files().containsKey("en/index.html"));
    }

    @Test
    void progressReachesItsTotal() throws IOException {
        AtomicInteger left = new AtomicInteger();
        BuildResult result = new BuildSite(new JteTheme()).build(WHOLE, out, new Progress() {
            @Override
            public void begin(Phase phase, int total) {
                assertEquals(0, left.get(), () -> "before " + phase);
                left.set(total);
            }

            @Override
            public void advance() {
                left.decrementAndGet();
            }
        });
        assertTrue(result.written());
        assertEquals(0, left.get());
    }

    private BuildResult build(Path folder) {
        return new BuildSite(new JteTheme()).build(folder, out, Progress.NONE);
    }

    private static String errors(BuildResult result) {
        return result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(d -> d.span() + " [" + d.code().id() + "]\n")
                .collect(Collectors.joining());
    }

    @Test
    void everyDiagnosticHasItsTextsInBothLanguages() {
        Stream.of(dev.runbook.site.SiteDiagnostic.values(), dev.runbook.site.audit.AuditDiagnostic.values())
                .flatMap(Stream::of)
                .forEach(code -> {
                    for (Language language : Language.values()) {
                        assertFalse(code.messages(language).get(code.id()).isEmpty());
                        assertFalse(
                                code.messages(language).get(code.id() + ".hint").isEmpty());
                    }
                });
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(handbook.resolve(path), text);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static final class ThemeWithDeadLink implements Theme {
        private final Theme theme = new JteTheme();

        @Override
        public String runbook(RunbookView view) {
            return theme.runbook(view).replace("</main>", "<a href=\"gone.html\">gone</a></main>");
        }

        @Override
        public String lone(RunbookView view) {
            return theme.lone(view);
        }

        @Override
        public String section(SectionView view) {
            return theme.section(view);
        }

        @Override
        public String status(StatusView view) {
            return theme.status(view);
        }

        @Override
        public String notFound(Frame frame) {
            return theme.notFound(frame);
        }

        @Override
        public String offline(Frame frame) {
            return theme.offline(frame);
        }

        @Override
        public byte[] worker(List<String> pages) {
            return theme.worker(pages);
        }

        @Override
        public SortedMap<String, byte[]> assets() {
            return theme.assets();
        }

        @Override
        public String text(Language language, String key, Object... arguments) {
            return theme.text(language, key, arguments);
        }
    }
}
