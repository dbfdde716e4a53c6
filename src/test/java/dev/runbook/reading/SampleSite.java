package dev.runbook.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.BuildSite;
import dev.runbook.app.BuildSite.BuildResult;
import dev.runbook.app.ExportPage;
import dev.runbook.app.JudgeResults;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample handbook, built as {@code runbook build --results} builds it. */
record SampleSite(Path folder, Handbook handbook) {
    static final String FRONT = "index.html";
    static final String NGINX = "web/nginx.html";
    static final String POOL = "database/pgbouncer.html";

    private static final Path HANDBOOK = Path.of("src", "test", "sample-handbook");
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    static SampleSite build(Path folder) {
        Path out = folder.resolve("site");
        BuildResult result =
                new BuildSite(JteTheme.of(HANDBOOK), SampleSite::status).build(HANDBOOK, out, Progress.NONE);
        assertTrue(result.written(), () -> result.diagnostics().toString());
        return new SampleSite(out, result.handbook());
    }

    private static Optional<HandbookStatus> status(Handbook handbook) {
        return Optional.of(new JudgeResults(HANDBOOK, MadeUpResults.of(handbook, NOW), NOW).of(handbook));
    }

    /** A page as {@code runbook build --single-file} writes it, in each language. */
    List<Path> alone(String id, Path out) throws IOException {
        Parsed<dev.runbook.site.Theme> theme = JteTheme.of(HANDBOOK);
        return new ExportPage(theme.value())
                .export(handbook, HANDBOOK, handbook.page(new RunbookId(id)).orElseThrow(), status(handbook), out);
    }

    /** All files by path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
