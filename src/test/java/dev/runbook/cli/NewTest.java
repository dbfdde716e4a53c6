package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
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

final class NewTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void prepare() {
        runbook = new CommandLines(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aNewHandbookHasNothingToComplainAbout(String language) {
        Result made = runbook.run("new", "handbook", "runbooks", "--lang", language);
        Result checked = runbook.run("check", "--strict", "--lang", "en");

        assertEquals(ExitCode.HOLDS, made.exitCode(), made.err());
        assertEquals(new Result(ExitCode.HOLDS, "No problems in 3 pages.\n", ""), checked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aNewRunbookHasNothingToComplainAbout(String language) {
        runbook.run("new", "handbook", "runbooks", "--lang", language);

        Result made = runbook.run("new", "runbook", "web/再起動", "--title", "nginx: \"再起動\" #1");
        Result checked = runbook.run("check", "--strict", "--lang", "en");
        Result shown = runbook.run("show", "再起動", "--lang", language);

        assertEquals(ExitCode.HOLDS, made.exitCode(), made.err());
        assertEquals(new Result(ExitCode.HOLDS, "No problems in 4 pages.\n", ""), checked);
        assertTrue(shown.out().startsWith("nginx: \"再起動\" #1"), shown.out());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("runbooks/web"));
        Files.writeString(folder.resolve("runbooks/web/a.en.md"), "mine");

        Result result = runbook.run("new", "runbook", "web/a");

        assertEquals(ExitCode.NOT_DONE, result.exitCode());
        assertTrue(result.err().contains("runbooks/web/a.en.md:1:1: error: the file exists already"), result.err());
        assertEquals(List.of("web/a.en.md"), files("runbooks"));
        assertEquals("mine", Files.readString(folder.resolve("runbooks/web/a.en.md")));
    }

    @Test
    void aHandbookNeedsAnEmptyFolder() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/x"), "");

        assertEquals(ExitCode.HOLDS, runbook.run("new", "handbook", "empty").exitCode());
        assertEquals(ExitCode.NOT_DONE, runbook.run("new", "handbook", "full").exitCode());
        assertEquals(List.of("x"), files("full"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "/etc/x",
                "a//b",
                "a/",
                ".hidden/x",
                "a/..",
                "a/index",
                "environments/x",
                "a.en",
                "a\\b",
                "a/ b",
                "...",
                "C:x",
                "a\tb"
            })
    void idsThatAreNone(String id) throws IOException {
        Files.createDirectories(folder.resolve("runbooks"));

        Result result = runbook.run("new", "runbook", id);

        assertEquals(ExitCode.NOT_DONE, result.exitCode(), result.out());
        assertTrue(result.err().contains("cannot be a runbook's id"), result.err());
        assertEquals(List.of(), files("."));
    }

    private List<String> files(String below) throws IOException {
        Path root = folder.resolve(below);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(p -> root.relativize(p).toString())
                    .toList();
        }
    }
}
