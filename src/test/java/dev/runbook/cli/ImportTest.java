package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import dev.runbook.json.Json;
import dev.runbook.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void memo() throws IOException {
        runbook = new CommandLines(folder);
        String memo = "■再起動\n1. 止める\n# systemctl stop httpd\n$ ls\n";
        Files.write(folder.resolve("memo.txt"), memo.getBytes(Charset.forName("windows-31j")));
    }

    @Test
    void aDraftIsWrittenWithItsReportBesideIt() throws IOException {
        Result made = runbook.run("import", "memo.txt", "--lang", "ja");

        assertEquals(ExitCode.HOLDS, made.exitCode(), made.err());
        assertTrue(made.out().contains("memo.txt:4:3: 警告: だれが実行するのかがメモにありません"), made.out());
        assertTrue(made.out().contains("Shift_JIS として読み"), made.out());
        assertTrue(Files.readString(folder.resolve("runbooks-report.md")).startsWith("# memo.txt の取り込み"));
        assertEquals(
                new Result(ExitCode.HOLDS, "No problems in 3 pages.\n", ""),
                runbook.run("check", "--strict", "--lang", "en"));
        assertTrue(runbook.run("exec", "01-restart", "--dry-run").exitCode() == ExitCode.NOT_DONE, "there are steps");
    }

    @Test
    void withExecutableWhatIsCertainIsAStep() {
        runbook.run("import", "memo.txt", "--out", "mine", "--executable");
        Result shown = runbook.run("show", "01-restart", "--handbook", "mine", "--format", "json");

        assertTrue(shown.out().contains("systemctl stop httpd"), shown.out());
        assertFalse(shown.out().contains("\"ls"), shown.out());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(folder.resolve("runbooks/mine.md"), "mine");

        for (String option : new String[] {"--quiet", "--dry-run"}) {
            Result result = runbook.run("import", "memo.txt", option, "--lang", "en");

            assertEquals(ExitCode.NOT_DONE, result.exitCode(), result.out());
            assertTrue(result.err().startsWith("runbooks:1:1: error: The folder runbooks is not empty"), result.err());
        }
        assertFalse(Files.exists(folder.resolve("runbooks-report.md")));
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Result result = runbook.run("import", "memo.txt", "--dry-run", "--lang", "en");

        assertEquals(ExitCode.HOLDS, result.exitCode(), result.err());
        assertTrue(result.out().contains("would write: runbooks/memo/01-restart.md\n"), result.out());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void programsAreToldWhereEachLineWent() throws Exception {
        Result result = runbook.run("import", "memo.txt", "--format", "json", "--lang", "en");

        JsonObject report = JsonObject.of(Json.read(result.out()));
        assertEquals("Shift_JIS", report.text("encoding"));
        assertEquals(4, report.objects("lines").size());
        assertEquals("memo/01-restart.md", report.objects("lines").get(2).text("file"));
        assertEquals("memo.txt", report.objects("diagnostics").get(0).text("file"));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Result none = runbook.run("import", "none.txt", "--lang", "en");
        Result encoding = runbook.run("import", "memo.txt", "--encoding", "KOI8-R", "--lang", "en");

        assertEquals(ExitCode.NOT_DONE, none.exitCode());
        assertTrue(none.err().startsWith("none.txt:1:1: error: The memo cannot be read: NoSuchFile"), none.err());
        assertTrue(encoding.err().contains("“KOI8-R” is no encoding that memos are read in"), encoding.err());
    }
}
