package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import dev.runbook.i18n.DisplayWidth;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that read, on a small handbook. */
final class CommandsTest {
    private final Golden golden = new Golden("cli");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void sample() throws IOException {
        SampleHandbook.write(folder);
        runbook = new CommandLines(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void list(String language) {
        String text = runbook.run("list", "--lang", language).transcript();

        golden.check("list." + language + ".txt", text);
    }

    @Test
    void listFitsATerminalAndIsNeverCutInAPipe() {
        List<String> lines = runbook.run("list", "--lang", "ja").out().lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("つまりバックアップからの復元")));

        List<String> narrow = new CommandLines(folder)
                .onTerminal(72)
                .run("list", "--lang", "ja", "--color", "never")
                .out()
                .lines()
                .toList();
        assertTrue(narrow.stream().anyMatch(line -> line.contains("…")), narrow::toString);
        assertEquals(
                List.of(), narrow.stream().filter(l -> DisplayWidth.of(l) > 72).toList());
    }

    @Test
    void listByTagAsIdsAndAsJson() {
        assertEquals(
                "database/backup\n",
                runbook.run("list", "--format", "ids", "--tag", "postgresql").out());
        assertEquals(
                "[ ]\n",
                runbook.run("list", "--format", "json", "--tag", "none").out());
        golden.check("list.json", runbook.run("list", "--format", "json").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void show(String language) {
        golden.check(
                "show." + language + ".txt",
                runbook.run("show", "database/backup", "--lang", language).transcript());
    }

    @Test
    void showInColourLosesNoText() {
        String plain = runbook.run("show", "database/backup").out();
        String coloured =
                runbook.run("show", "database/backup", "--color", "always").out();

        assertTrue(coloured.contains("\u001b["));
        String bare = coloured.replaceAll("\u001b\\[[0-9;]*m", "");
        assertEquals(plain.replace("**", "").replace("`df`", "df"), bare);
    }

    @Test
    void showStepsAndJson() {
        String steps = runbook.run("show", "database/backup", "--steps").out();
        assertFalse(steps.contains("df"), steps);
        assertFalse(steps.contains("[mastodon]"), steps);
        assertTrue(steps.contains("pg_dump"), steps);

        golden.check(
                "show.json",
                runbook.run("show", "database/backup.md", "--format", "json").out());
    }

    @Test
    void aRunbookThatIsNotThereOrNotUnique() {
        Result unknown = runbook.run("show", "databse/backup");
        Result ambiguous = runbook.run("show", "backup");

        assertEquals(ExitCode.NOT_DONE, unknown.exitCode());
        assertTrue(unknown.err().contains("did you mean database/backup?"), unknown.err());
        assertEquals(ExitCode.NOT_DONE, ambiguous.exitCode());
        assertTrue(ambiguous.err().contains("write the whole id: database/backup, web/backup"), ambiguous.err());
    }

    @Test
    void checkTellsWhatHoldsByItsExitStatus() throws IOException {
        SampleHandbook.write(folder, "web/broken.md", "---\ntitle: x\n---\n\n[a](nowhere.md)\n");

        Result all = runbook.run("check");
        assertEquals(ExitCode.DOES_NOT_HOLD, all.exitCode());
        assertTrue(all.out().contains("runbooks/web/broken.md:5:"), all.out());
        assertEquals("", all.err());

        assertEquals(ExitCode.HOLDS, runbook.run("check", "web/backup").exitCode());
        assertEquals(
                ExitCode.DOES_NOT_HOLD,
                runbook.run("check", "broken", "--quiet").exitCode());
        String github = runbook.run("check", "broken", "--format", "github").out();
        assertTrue(github.contains("::error file=runbooks/web/broken.md,line=5,"), github);
        assertTrue(runbook.run("check", "--format", "json").out().contains("\"holds\" : false"));
    }

    @Test
    void aRunbookCannotDriveTheTerminal() throws IOException {
        String text = """
                ---
                title: "t\\e[2J"
                description: "d\\e[2J"
                ---

                p ESC[2J

                ```bash {#s .exec danger="ESC"}
                ls ESC[2J \u202E
                ```

                ```text {.output}
                ESC[2J
                ```
                """;
        SampleHandbook.write(folder, "evil.md", text.replace("ESC", "\u001b"));

        String all = runbook.run("show", "evil").out() + runbook.run("list").out();

        assertTrue(all.contains("ls \uFFFD[2J \uFFFD"), all);
        assertFalse(all.contains("\u001b"), all);
    }

    @Test
    void theHandbookIsFoundFromBelow() {
        Result inside = new CommandLines(folder.resolve("runbooks/database")).run("list", "--format", "ids");

        assertEquals(runbook.run("list", "--format", "ids"), inside);
    }

    @Test
    void syncCopiesCodeAndIsStable() throws IOException {
        SampleHandbook.write(folder, "a.md", "---\ntitle: あ\n---\n\n```bash {#x .exec}\nnew\n```\n");
        SampleHandbook.write(folder, "a.en.md", "---\ntitle: a\n---\n\n```bash {#x .exec}\nold\n```\n");
        Path translation = folder.resolve("runbooks/a.en.md");

        assertEquals(
                new Result(ExitCode.DOES_NOT_HOLD, "would change: runbooks/a.en.md\n", ""),
                runbook.run("sync", "a", "--dry-run"));
        assertTrue(Files.readString(translation).contains("old"));
        assertEquals(new Result(ExitCode.HOLDS, "changed: runbooks/a.en.md\n", ""), runbook.run("sync"));
        assertTrue(Files.readString(translation).contains("\nnew\n"));
        assertEquals(
                new Result(ExitCode.HOLDS, "Every translation is in step with its original.\n", ""),
                runbook.run("sync"));
    }
}
