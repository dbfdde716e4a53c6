package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
