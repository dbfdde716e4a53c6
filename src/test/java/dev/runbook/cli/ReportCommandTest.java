package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.ReadResults;
import dev.runbook.cli.CommandLines.Result;
import dev.runbook.results.BadResults;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsJson;
import dev.runbook.results.ResultsSamples;
import dev.runbook.results.RunbookResult;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void parts() throws IOException {
        runbook = new CommandLines(folder);
        write("1.json", ResultsSamples.failed());
        write("2.json", ResultsSamples.passed());
        write("3.json", ResultsSamples.errored());
    }

    private void write(String name, RunbookResult... runbooks) throws IOException {
        Path file = folder.resolve("parts").resolve(name);
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(file, ResultsJson.write(new Results("1.2.3", List.of(runbooks))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void show(String language) {
        new Golden("cli")
                .check(
                        "report." + language + ".txt",
                        runbook.run("report", "show", "parts", "--lang", language)
                                .transcript());
    }

    @Test
    void theExitStatusSaysWhatIsWorst() {
        assertEquals(
                ExitCode.DOES_NOT_HOLD, runbook.run("report", "show", "parts").exitCode());
        assertEquals(
                ExitCode.NOT_DONE,
                runbook.run("report", "show", "parts/2.json", "parts/3.json").exitCode());
        assertEquals(
                ExitCode.HOLDS, runbook.run("report", "show", "parts/2.json").exitCode());
    }

    @Test
    void aFailedStepCountsInARunbookThatCouldNotBeRunToItsEnd() throws IOException {
        RunbookResult failed = ResultsSamples.failed();
        write(
                "1.json",
                new RunbookResult(
                        failed.id(),
                        failed.file(),
                        failed.digest(),
                        failed.commit(),
                        failed.setting(),
                        failed.started(),
                        failed.duration(),
                        failed.steps(),
                        ResultsSamples.errored().error()));

        assertEquals(
                ExitCode.DOES_NOT_HOLD,
                runbook.run("report", "show", "parts/1.json").exitCode());
    }

    @Test
    void pathsAreThoseThatCanBeOpened() throws IOException {
        assertTrue(runbook.run("report", "show", "parts/3.json").out().contains("web/nginx"));
        SampleHandbook.write(folder);

        String text = runbook.run("report", "show", "parts").out();
        String xml =
                runbook.run("report", "convert", "--format", "junit", "parts").out();

        assertTrue(text.contains("  runbooks/database/手順,1.md:20"), text);
        assertTrue(xml.contains("file=\"runbooks/database/手順,1.md\" line=\"12\""), xml);
    }

    @Test
    void mergeWritesOneFileAndLeavesNothingElse() throws IOException, BadResults {
        Result merged =
                runbook.run("report", "merge", "parts/3.json", "parts/1.json", "parts/2.json", "--out", "a/b.json");

        assertEquals(new Result(ExitCode.HOLDS, "", ""), merged);
        String text = Files.readString(folder.resolve("a/b.json"));
        assertEquals(
                new Results("development", ResultsSamples.all().runbooks()), ResultsJson.read(text, ReadResults::code));
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            assertEquals(List.of(folder.resolve("a/b.json")), files.toList());
        }
        assertEquals(text, runbook.run("report", "merge", "parts").out());
    }

    @Test
    void whatIsNoResultsIsSaidOfEachFileAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("parts/4.json"), "{\"version\": 9}");
        Files.writeString(folder.resolve("parts/5.json"), "text");
        Files.write(folder.resolve("parts/6.json"), new byte[] {(byte) 0xFF});
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("out.json"), "old");

        Result result = runbook.run("report", "merge", "parts", "empty", "nowhere.json", "--out", "out.json");

        new Golden("cli").check("report-bad.en.txt", result.transcript());
        assertEquals("old", Files.readString(folder.resolve("out.json")));
    }

    @Test
    void convertToEachForm() {
        assertTrue(convert("junit").startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "));
        assertTrue(convert("tap").startsWith("TAP version 14\n1..3\n"));
        assertTrue(convert("github").startsWith("::error file="));
        assertTrue(convert("markdown").startsWith("## Runbooks\n"));
        Result bad = runbook.run("report", "convert", "parts");
        assertEquals(ExitCode.NOT_DONE, bad.exitCode());
        assertTrue(bad.err().contains("--format"), bad.err());
    }

    private String convert(String format) {
        Result result = runbook.run("report", "convert", "--format", format, "parts");
        assertEquals(ExitCode.HOLDS, result.exitCode(), result.err());
        return result.out();
    }

    @Test
    void onGithubTheJobSummaryIsAppended() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        CommandLines onGithub = new CommandLines(folder).with("GITHUB_STEP_SUMMARY", summary.toString());

        onGithub.run("report", "convert", "--format", "tap", "parts");
        assertEquals("before\n", Files.readString(summary));
        onGithub.run("report", "convert", "--format", "github", "parts");

        assertEquals("before\n" + convert("markdown"), Files.readString(summary));
    }

    @Test
    void theSchemaIsGivenOut() {
        assertEquals(new Result(ExitCode.HOLDS, ResultsJson.schema(), ""), runbook.run("report", "schema"));
        assertFalse(ResultsJson.schema().isBlank());
    }

    @Test
    void whatIsWrittenElsewhereIsWrittenThere() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

        runbook.run("report", "merge", "parts", "--out", "link.json");
        Result nowhere = runbook.run("report", "merge", "parts", "--out", "real.json/x.json");

        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(real).startsWith("{"));
        assertEquals(ExitCode.NOT_DONE, nowhere.exitCode());
    }
}
