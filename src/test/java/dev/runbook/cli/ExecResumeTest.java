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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec --resume} and {@code --from} through the command line, on this machine. */
final class ExecResumeTest {
    private static final String PAGE = """
            ---
            title: 再開
            params:
              NAME: {label: 名前, default: one, pattern: '[a-z]+'}
            ---

            ## 手順 {#steps}

            ```bash {#first .exec cwd=@FOLDER}
            echo "first $NAME" >>log
            ```

            ```bash {#second .exec cwd=@FOLDER timeout=2m}
            echo "second $NAME" >>log
            [ -e ready ] || @FAIL
            ```

            ```bash {#third .exec cwd=@FOLDER}
            echo "third $NAME" >>log
            ```
            """;

    /** On one host one run of a runbook goes on at a time: whoever else runs these tests has another one. */
    private final String id = "page-" + System.nanoTime();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void removeLocks() throws IOException {
        HostLocks.remove(id);
    }

    @BeforeEach
    void handbook() throws IOException {
        Tools.require("bash");
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja]\n");
        write("false");
    }

    private void write(String fail) throws IOException {
        SampleHandbook.write(
                folder, id + ".md", PAGE.replace("@FOLDER", folder.toString()).replace("@FAIL", fail));
    }

    private void change(String from, String to) throws IOException {
        Path page = folder.resolve("runbooks/" + id + ".md");
        String text = Files.readString(page);
        assertTrue(text.contains(from), text);
        Files.writeString(page, text.replace(from, to));
    }

    private CommandLines.Result exec(String... more) {
        List<String> words = new ArrayList<>(List.of("exec", id));
        words.addAll(List.of(more));
        return new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("RUNBOOK_LANG", "en")
                .run(words.toArray(String[]::new));
    }

    private List<String> log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private long runs() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            return files.filter(f -> f.endsWith("journal.jsonl")).count();
        }
    }

    private void failsAtTheSecond(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("--yes"));
        words.addAll(List.of(more));
        CommandLines.Result result = exec(words.toArray(String[]::new));
        assertEquals(1, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("To go on: runbook exec " + id + " --resume"), result.out());
    }

    private static void refused(CommandLines.Result result, String why) {
        assertEquals(2, result.exitCode(), result.out() + result.err());
        assertTrue(result.err().contains(why), result.err());
    }

    @Test
    void goesOnAtTheStepThatFailedWithTheValuesOfThen() throws IOException {
        failsAtTheSecond("--param", "NAME=two");
        Files.createFile(folder.resolve("ready"));

        CommandLines.Result result = exec("--yes", "--resume");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertEquals(List.of("first two", "second two", "second two", "third two"), log());
        assertEquals("", result.err());
        assertTrue(result.out().contains("2 done, 1 held before"), result.out());
        refused(exec("--yes", "--resume"), "");
    }

    @Test
    void theRunMayBeNamed() throws IOException {
        failsAtTheSecond();
        Files.createFile(folder.resolve("ready"));
        String run;
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            run = files.filter(f -> f.endsWith("journal.jsonl"))
                    .map(f -> f.getName(f.getNameCount() - 2).toString())
                    .findFirst()
                    .orElseThrow();
        }

        assertEquals(0, exec("--yes", "--resume", run).exitCode());
        refused(exec("--yes", "--resume", "20010101"), "there is no run 20010101");
    }

    @Test
    void goesOnAfterAKillInTheMiddleOfAStep() throws Exception {
        write("sleep 986");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec " + Pty.runbook("exec " + id + " --yes").replace("in,out,err", ""))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        List<ProcessHandle> below = List.of();
        try {
            while (process.isAlive() && process.descendants().noneMatch(ExecResumeTest::sleeps)) {
                Thread.sleep(20);
            }
            below = process.descendants().toList();
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        }
        assertEquals(List.of("first one", "second one"), log(), Files.readString(folder.resolve("out")));
        Files.createFile(folder.resolve("ready"));

        CommandLines.Result result = exec("--yes", "--resume");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertEquals(List.of("first one", "second one", "second one", "third one"), log());
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("sleep 986");
    }

    @Test
    void isRefusedWhereAStepThatHeldIsAnotherNow() throws IOException {
        failsAtTheSecond();
        Files.createFile(folder.resolve("ready"));
        change("echo \"first $NAME\"", "echo \"new $NAME\"");

        refused(exec("--yes", "--resume"), "first");

        assertEquals(List.of("first one", "second one"), log());
        assertEquals(1, runs());
    }

    @Test
    void goesOnWhereOnlyLaterStepsAreOthers() throws IOException {
        failsAtTheSecond();
        change("[ -e ready ] || false", "echo mended >>log");
        change("echo \"third", "echo \"last");

        CommandLines.Result result = exec("--yes", "--resume");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertEquals(List.of("first one", "second one", "second one", "mended", "last one"), log());
    }

    @Test
    void isRefusedWithOtherValues() throws IOException {
        failsAtTheSecond();
        Files.createFile(folder.resolve("ready"));

        refused(exec("--yes", "--resume", "--param", "NAME=two"), "NAME");

        assertEquals(List.of("first one", "second one"), log());
    }

    @Test
    void isRefusedWhereThereIsNothingToGoOnWith() throws IOException {
        refused(exec("--yes", "--resume"), id + " was never run here");
        Files.createFile(folder.resolve("ready"));
        assertEquals(0, exec("--yes").exitCode());

        refused(exec("--yes", "--resume"), "cannot be gone on with");
        assertEquals(1, runs());
    }

    private void writeLost() throws IOException {
        SampleHandbook.write(folder, id + ".md", """
                ---
                title: 再開
                ---

                ## 手順 {#steps}

                ```bash {#sets .exec}
                VERSION=7
                ```

                ```bash {#fails .exec}
                [ -e @FOLDER/ready ]
                ```

                ```bash {#needs .exec}
                echo "version $VERSION" >>@FOLDER/log
                ```
                """.replace("@FOLDER", folder.toString()));
    }

    @Test
    void withoutAPersonIsRefusedWhereTheShellsLackSomething() throws IOException {
        writeLost();
        failsAtTheSecond();
        Files.createFile(folder.resolve("ready"));

        CommandLines.Result result = exec("--yes", "--resume");

        refused(result, "step #needs needs the variable VERSION, which step #sets (line 8) sets");
        assertTrue(result.err().contains("runbooks/" + id + ".md:16:"), result.err());
        assertTrue(result.err().contains("runbook exec " + id + " --yes --from sets"), result.err());
        assertEquals(List.of(), log());
        assertEquals(1, runs());
        CommandLines.Result inJapanese = exec("--yes", "--resume", "--lang", "ja");
        refused(inJapanese, "手順 #needs が使う変数 VERSION は、手順 #sets（8 行目）が設定します");

        assertEquals(0, exec("--yes", "--from", "sets").exitCode());
        assertEquals(List.of("version 7"), log());
    }

    @Test
    void aFirstStepThatIsNamedIsTakenWithAWarning() throws IOException {
        writeLost();

        CommandLines.Result result = exec("--yes", "--from", "needs");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertTrue(result.err().contains("step #needs needs the variable VERSION"), result.err());
        assertEquals(List.of("version "), log());
    }

    @Test
    void whatIsOnlyLookedAtIsNotWarnedOf() throws IOException {
        writeLost();

        assertEquals(
                "",
                exec("--check", "--from", "needs")
                        .err()
                        .lines()
                        .filter(l -> l.contains("VERSION"))
                        .findFirst()
                        .orElse(""));
        assertEquals("", exec("--yes", "--only", "sets").err());
    }

    @Test
    void theTextOfWhatHeldIsNotShownAgain() throws Exception {
        Tools.require("script");
        change("```bash {#first", "Before the first.\n\n```bash {#first");
        change("```bash {#second", "Before the second.\n\n```bash {#second");
        failsAtTheSecond();
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "RUNBOOK_LANG", "en");
        try (Pty pty = new Pty(folder, environment, Pty.runbook("exec " + id + " --resume --color never"))) {
            pty.await("▸ ");
            pty.type("q");
            pty.end();
            assertTrue(pty.text().contains("Before the second."), pty.text());
            assertFalse(pty.text().contains("Before the first."), pty.text());
        }
    }

    @Test
    void aPersonIsWarnedAndAsked() throws Exception {
        Tools.require("script");
        writeLost();
        failsAtTheSecond();
        Files.createFile(folder.resolve("ready"));
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "RUNBOOK_LANG", "en");
        try (Pty pty = new Pty(folder, environment, Pty.runbook("exec " + id + " --resume --color never"))) {
            pty.await("needs the variable VERSION");
            pty.await("▸ ");
            pty.type("q");
            assertFalse(pty.end().contains("nothing was run"), pty.text());
        }
        assertEquals(2, runs());
    }
}
