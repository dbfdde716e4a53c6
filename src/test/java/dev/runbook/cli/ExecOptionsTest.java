package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code exec} refuses before it runs anything, and what it may do without a person. */
final class ExecOptionsTest {
    private final String id = "options-" + System.nanoTime();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void handbook() throws IOException {
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja]\n");
        SampleHandbook.write(folder, "before.md", """
                ---
                title: 準備
                ---

                ## 手順 {#steps}

                ```bash {#prepare .exec}
                true
                ```
                """);
        SampleHandbook.write(folder, id + ".md", """
                ---
                title: 危険
                requires: [before]
                params:
                  NAME: {label: 名前, default: web}
                  TOKEN: {label: トークン, secret: true}
                ---

                ## 手順 {#steps}

                ```bash {#drop .exec danger="全部消します" cwd=@FOLDER}
                echo "dropped $NAME" >log
                ```

                - [ ] 消えたことを確かめる
                """.replace("@FOLDER", folder.toString()));
    }

    @AfterEach
    void removeLocks() throws IOException {
        HostLocks.remove(id);
        HostLocks.remove("before");
    }

    private CommandLines.Result exec(String runbook, String... more) {
        List<String> words = new ArrayList<>(List.of("exec", runbook));
        words.addAll(List.of(more));
        return new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("RUNBOOK_LANG", "en")
                .with("RUNBOOK_PARAM_TOKEN", "s3cret-t0ken")
                .run(words.toArray(String[]::new));
    }

    private void refused(CommandLines.Result result, String why) {
        assertEquals(2, result.exitCode(), result.out() + result.err());
        assertTrue(result.err().contains(why), result.err());
        assertFalse(Files.exists(folder.resolve("log")));
        assertFalse(Files.exists(folder.resolve("state")), "nothing is recorded");
    }

    @ParameterizedTest
    @CsvSource({
        "--from drop --only drop, --from and --only",
        "--check --undo, --check and --undo",
        "--resume --from drop, --resume and --from",
        "--resume --only drop, --resume and --only",
        "--resume --check, --resume and --check",
        "--resume --undo, --resume and --undo",
        "--update --dry-run, --update and --dry-run",
        "--update --undo, --update and --undo",
        "--rehearse --on ssh://127.0.0.1, --on and --rehearse",
    })
    void optionsThatExcludeOneAnother(String options, String named) {
        refused(exec(id, ("--yes " + options).split(" ", -1)), named + " cannot stand together");
    }

    @ParameterizedTest
    @CsvSource({
        "--keep x, --keep means nothing without --rehearse",
        "--check --allow drop, --allow means nothing without --yes"
    })
    void optionsThatNeedAnother(String options, String said) {
        refused(exec(id, options.split(" ", -1)), said);
    }

    @ParameterizedTest
    @CsvSource({"--allow", "--from", "--only"})
    void stepsThatAreNotThere(String option) {
        CommandLines.Result similar = exec(id, "--yes", option, "drip");
        refused(similar, "there is no step drip in " + id);
        assertTrue(similar.err().contains("did you mean drop?"), similar.err());
        refused(exec(id, "--yes", option, "#drop,completely-else"), "completely-else in " + id);
    }

    @Test
    void withoutATerminalAndWithoutYes() {
        refused(exec(id), "there is no terminal at which to ask; nothing was run");
    }

    @Test
    void withoutAPersonWhatDestroysIsNotRun() {
        Tools.require("bash");
        CommandLines.Result result = exec(id, "--yes");

        assertEquals(1, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("#drop destroys something: needs a person, or --allow drop"), result.out());
        assertFalse(Files.exists(folder.resolve("log")));
    }

    @Test
    void aStepThatIsAllowedIsRunAndTheNextThatNeedsAPersonStops() throws IOException {
        Tools.require("bash");
        CommandLines.Result result = exec(id, "--yes", "--allow", "#drop");

        assertEquals(1, result.exitCode(), result.out() + result.err());
        assertEquals("dropped web\n", Files.readString(folder.resolve("log")));
        assertTrue(result.out().contains("manual step #"), result.out());
        assertTrue(journal().contains("manual step #"), "why it stopped is recorded");
    }

    private String journal() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            return Files.readString(
                    files.filter(f -> f.endsWith("journal.jsonl")).findFirst().orElseThrow());
        }
    }

    @Test
    void theValuesAreShownBeforeTheFirstStepAndSecretsAreNot() {
        Tools.require("bash");
        String out =
                exec(id, "--yes", "--allow", "drop", "--param", "NAME=db 1").out();

        assertTrue(out.contains("\n  NAME=db 1  名前\n"), out);
        assertTrue(out.indexOf("NAME=db 1") < out.indexOf("#drop"), out);
        assertFalse(out.contains("TOKEN"), out);
        assertFalse(exec(id, "--yes", "--quiet").out().contains("NAME="));
    }

    @Test
    void whatShouldHaveBeenCarriedOutBeforeIsSaid() {
        Tools.require("bash");
        String first = exec(id, "--yes").out();
        assertTrue(first.contains("First: before, of which no completed run on this machine is recorded\n"), first);

        assertEquals(0, exec("before", "--yes").exitCode());

        String second = exec(id, "--yes").out();
        assertTrue(second.matches("(?s).*First: before, completed here on 20\\d\\d-\\d\\d-\\d\\d\n.*"), second);
    }
}
