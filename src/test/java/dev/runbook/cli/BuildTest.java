package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.SampleResults;
import dev.runbook.cli.CommandLines.Result;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsJson;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void prepare() {
        runbook = new CommandLines(folder);
    }

    @Test
    void aNewHandbookBuildsWithoutAWord() {
        runbook.run("new", "handbook", "runbooks", "--lang", "ja");

        Result result = runbook.run("build");

        assertEquals(ExitCode.HOLDS, result.exitCode(), result.err());
        assertEquals("", result.err());
        assertTrue(result.out().matches("Built \\d+ pages in \\d+\\.\\d s: target/site\n"), result.out());
        assertTrue(Files.exists(folder.resolve("target/site/index.html")));
        assertTrue(Files.exists(folder.resolve("target/site/en/basics/first-runbook.html")));
        assertEquals("", runbook.run("build", "--quiet").out());
    }

    @Test
    void onePageIsAFileOfItsOwnInEachLanguage() throws IOException {
        runbook.run("new", "handbook", "runbooks", "--lang", "ja");

        Result result = runbook.run("build", "--single-file", "first-runbook", "--out", "stick");

        assertEquals(ExitCode.HOLDS, result.exitCode(), result.err());
        assertEquals("stick/first-runbook.html\nstick/first-runbook.en.html\n", result.out());
        assertTrue(
                Files.readString(folder.resolve("stick/first-runbook.en.html")).contains("<html lang=\"en\""));
        runbook.run("build", "--single-file", "basics/first-runbook", "--quiet");
        assertTrue(Files.exists(folder.resolve("first-runbook.html")));
        assertEquals(
                ExitCode.NOT_DONE,
                runbook.run("build", "--single-file", "nowhere").exitCode());
        SampleHandbook.write(folder, "basics/broken.md", "---\ntitle: x\n---\n\n[a](nowhere.md)\n");
        Result broken = runbook.run("build", "--single-file", "first-runbook", "--out", "other");
        assertEquals(ExitCode.DOES_NOT_HOLD, broken.exitCode());
        assertTrue(broken.err().contains("runbooks/basics/broken.md:5:"), broken.err());
        assertTrue(Files.notExists(folder.resolve("other")));
    }

    @Test
    void anErrorLeavesTheOldSite() throws IOException {
        runbook.run("new", "handbook", "runbooks");
        runbook.run("build", "--out", "public");
        String before = Files.readString(folder.resolve("public/index.html"));
        SampleHandbook.write(folder, "basics/broken.md", "---\ntitle: x\n---\n\n[a](nowhere.md)\n");

        Result result = runbook.run("build", "--out", "public");

        assertEquals(ExitCode.DOES_NOT_HOLD, result.exitCode());
        assertTrue(result.err().contains("runbooks/basics/broken.md:5:"), result.err());
        assertTrue(result.err().endsWith("The site was not built; what was there is unchanged.\n"), result.err());
        assertEquals(before, Files.readString(folder.resolve("public/index.html")));
    }

    @Test
    void stepsSayWhatResultsProve() throws IOException {
        runbook.run("new", "handbook", "runbooks");
        RunbookId id = new RunbookId("basics/first-runbook");
        Handbook handbook = new HandbookReader(folder.resolve("runbooks"))
                .read(Progress.NONE)
                .value();
        Results results = SampleResults.passed(handbook, id, Instant.now());
        Path place = Files.createDirectory(folder.resolve("results"));
        Files.writeString(place.resolve("all.json"), ResultsJson.write(results));

        for (String given : List.of("results", "results/all.json")) {
            Result result = runbook.run("build", "--results", given);
            assertEquals(ExitCode.HOLDS, result.exitCode(), result.err());
            assertEquals("", result.err());
            String page = Files.readString(folder.resolve("target/site/basics/first-runbook.html"));
            assertTrue(page.contains("badge-passed") && page.contains("it said &lt;this&gt;"), page);
            assertTrue(
                    Files.readString(folder.resolve("target/site/index.html")).contains("status/index.html"));
        }
        runbook.run("build");
        assertFalse(Files.exists(folder.resolve("target/site/status")));
        assertFalse(Files.readString(folder.resolve("target/site/basics/first-runbook.html"))
                .contains("badge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"version\": 1}", "{\"version\": 99, \"tool\": \"\", \"runbooks\": []}"})
    void brokenResultsAreNotGuessedAt(String text) throws IOException {
        runbook.run("new", "handbook", "runbooks");
        Files.writeString(folder.resolve("results.json"), text);

        for (String command : List.of("build", "serve")) {
            Result result = runbook.run(command, "--results", "results.json", "--lang", "en");
            assertEquals(ExitCode.NOT_DONE, result.exitCode());
            assertTrue(result.err().contains("results.json") && result.err().contains("hint: "), result.err());
        }
        assertFalse(Files.exists(folder.resolve("target")));
        assertEquals(
                ExitCode.NOT_DONE, runbook.run("build", "--results", "nowhere").exitCode());
        assertEquals(ExitCode.HOLDS, runbook.run("check").exitCode(), "checks need no results");
    }

    @Test
    void aPlaceThatIsNoSiteIsNotTouched() throws IOException {
        runbook.run("new", "handbook", "runbooks");
        Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve("letter"), "dear");

        Result result = runbook.run("build", "--out", "mine");

        assertEquals(ExitCode.NOT_DONE, result.exitCode());
        assertEquals("dear", Files.readString(folder.resolve("mine/letter")));
        assertEquals(
                ExitCode.NOT_DONE,
                runbook.run("build", "--out", "runbooks/site").exitCode());
    }
}
