package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec --yes}: what it says where its rule stops it, and what {@code runs} says of it. */
final class ExecRuleTest {
    private static final String PAGE = """
            ---
            title: 規則
            ---

            ## 手順 {#steps}

            ```bash {#make .exec}
            echo made
            ```

            ```bash {#wipe .exec danger="全部消す"}
            : >wiped
            ```

            ```bash {#unmake .undo of=make}
            echo unmade
            ```
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @BeforeEach
    void page() throws IOException {
        Tools.require("bash");
        Tools.require("flock");
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja]\n");
        SampleHandbook.write(folder, "rule.md", PAGE);
        runbook = new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    @Test
    void itSaysWhichStepStoppedItAndWhatWouldAllowIt() {
        Result stopped = runbook.run("exec", "rule", "--yes", "--lang", "en");

        assertEquals(ExitCode.DOES_NOT_HOLD, stopped.exitCode(), stopped.err());
        assertTrue(stopped.out().contains("#wipe destroys something: needs a person, or --allow wipe"), stopped.out());
        assertFalse(Files.exists(folder.resolve("wiped")));
    }

    @Test
    void ofARunThatOnlyTookBackTheUndoStepsCount() {
        Result undone = runbook.run("exec", "rule", "--yes", "--undo", "--lang", "en");

        assertEquals(ExitCode.HOLDS, undone.exitCode(), undone.err());
        assertTrue(undone.out().contains("unmade"), undone.out());
        String runs = runbook.run("runs", "--lang", "en").out();
        assertTrue(runs.contains("  1/1  "), runs);
    }
}
