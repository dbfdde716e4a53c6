package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runbook search}. */
final class SearchTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void sample() throws IOException {
        SampleHandbook.write(folder);
        runbook = new CommandLines(folder);
    }

    @Test
    void theBestSectionStandsFirst() {
        Result found = runbook.run("search", "pg_dump", "--lang", "ja", "--limit", "1");
        assertEquals(new Result(ExitCode.HOLDS, """
                        データベースのバックアップ › 取得
                          database/backup#dump
                          pg_dump -Fc "$DB_NAME" > "/backup/$DB_NAME.dump" stat -c %s /backup/mastodon.dump [mastodon]
                        """, ""), found);
    }

    @Test
    void asJson() {
        String json = runbook.run("search", "設定", "控え", "--format", "json").out();
        assertTrue(json.contains("\"page\" : \"web/backup\""), json);
        assertTrue(json.contains("\"section\" : \"copy\""), json);
        assertTrue(json.contains("\"suggestion\" : null"), json);
    }

    @Test
    void aNearMissIsSaid() {
        Result found = runbook.run("search", "mastdon", "--lang", "ja");
        assertEquals(ExitCode.HOLDS, found.exitCode());
        assertTrue(found.out().startsWith("「mastdon」は見つからなかったので、「mastodon」の結果です:\n"), found.out());
    }

    @Test
    void nothingFoundIsStatusOne() {
        assertEquals(
                new Result(ExitCode.DOES_NOT_HOLD, "Nothing was found for \"xyzzy\".\n", ""),
                runbook.run("search", "xyzzy"));
        assertEquals(
                ExitCode.DOES_NOT_HOLD,
                runbook.run("search", "xyzzy", "--format", "json").exitCode());
    }

    @Test
    void aLimitIsANumber() {
        Result wrong = runbook.run("search", "a", "--limit", "many");
        assertEquals(ExitCode.NOT_DONE, wrong.exitCode());
        assertTrue(wrong.err().contains("--limit"), wrong.err());
    }
}
