package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.ReadResults;
import dev.runbook.app.VerifyHandbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsJson;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command where nothing has to be run, and so no container engine is needed. */
final class VerifyNothingTest {
    private static final String RUNBOOK = "# One\n\n## Do {#do}\n\n```bash {#a .exec}\ntrue\n```\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void handbook() throws IOException {
        Path environment = Files.createDirectories(folder.resolve("runbooks/environments/any"));
        Files.writeString(folder.resolve("runbooks/handbook.yml"), "title: Test\nlanguages: [en]\n");
        Files.writeString(environment.resolve("Dockerfile"), "FROM scratch\n");
        Files.writeString(environment.resolve("environment.yml"), "title: Any\n");
    }

    private CommandLines.Result run(String... words) {
        return new CommandLines(folder).run(words);
    }

    private Results results() {
        return ReadResults.read(List.of(folder.resolve("results").resolve(VerifyHandbook.FILE)))
                .value()
                .get(0);
    }

    @Test
    void aShardWithoutWorkHasResultsAllTheSame() throws IOException {
        Files.writeString(folder.resolve("runbooks/one.md"), RUNBOOK);
        CommandLines.Result verified = run("verify", "--shard", "2/2", "--results", "results");
        assertEquals(0, verified.exitCode(), verified.err());
        assertEquals(List.of(), results().runbooks());
        CommandLines.Result merged = run("report", "merge", "results", "--out", "all.json");
        assertEquals(0, merged.exitCode(), merged.err());
    }

    @Test
    void aRunbookThatIsGoneIsGoneFromTheResults() throws IOException {
        Files.writeString(folder.resolve("runbooks/read.md"), "# Read\n");
        Files.createDirectories(folder.resolve("results"));
        RunbookResult gone = new RunbookResult(
                new RunbookId("gone"),
                "gone.md",
                "d",
                Optional.empty(),
                new Setting("any", "", "", false, Map.of(), ""),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                Optional.empty());
        Files.writeString(
                folder.resolve("results").resolve(VerifyHandbook.FILE),
                ResultsJson.write(new Results("1", List.of(gone))));
        CommandLines.Result verified = run("verify", "--results", "results");
        assertEquals(0, verified.exitCode(), verified.err());
        assertTrue(results().runbooks().isEmpty());
    }
}
