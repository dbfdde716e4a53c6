package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import dev.runbook.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of command lines that cannot be carried out. */
final class UsageTest {
    private static final List<String> WRONG = List.of(
            "",
            "--nosuch",
            "--quite",
            "-x",
            "nosuchcommand",
            "chekc",
            "help chekc",
            "check --formt json",
            "check --format",
            "check --format xml",
            "--lang fr check",
            "list surplus",
            "new",
            "new runbook",
            "completion",
            "completion tcsh");

    private final Golden golden = new Golden("cli");

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
    @CsvSource({"en", "ja"})
    void wrongUsage(String language) {
        StringBuilder all = new StringBuilder();
        for (String line : WRONG) {
            String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
            Result result = runbook.with("LANG", language).run(arguments);
            assertEquals(ExitCode.NOT_DONE, result.exitCode(), line);
            assertEquals("", result.out(), line);
            assertEquals(2, result.err().lines().count(), () -> "one line and a hint for: " + line);
            all.append("$ runbook ").append(line).append('\n').append(result.err());
        }
        golden.check("usage." + language + ".txt", all.toString());
    }

    @Test
    void optionsStandBeforeOrAfterTheCommand() {
        assertEquals(runbook.run("--lang", "ja", "new", "--help"), runbook.run("new", "--help", "--lang=ja"));
    }

    @Test
    void theLastOfTwoValuesCounts() {
        String japanese =
                runbook.run("--lang", "en", "new", "--help", "--lang", "ja").out();

        assertTrue(japanese.startsWith("使い方"), japanese);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNBOOK_LANG, ja, LC_ALL, en_US.UTF-8, true",
        "LC_ALL, ja_JP.UTF-8, LANG, en_US.UTF-8, true",
        "LC_ALL, C, LANG, ja_JP.UTF-8, false",
        "LC_MESSAGES, ja, LANG, C, true",
        "LANG, ja_JP.eucJP, LC_CTYPE, C, true",
        "LANG, de_DE.UTF-8, LC_CTYPE, ja_JP.UTF-8, false",
    })
    void theEnvironmentGivesTheLanguage(String name, String value, String other, String otherValue, boolean japanese) {
        String help =
                runbook.with(name, value).with(other, otherValue).run("--help").out();

        assertEquals(japanese, help.startsWith("使い方"), help);
    }

    @Test
    void withoutHandbookItSaysHowToNameOne() {
        Result result = runbook.run("check");

        assertEquals(ExitCode.NOT_DONE, result.exitCode());
        assertTrue(result.err().contains("no handbook was found at " + folder), result.err());
    }

    @Test
    void aHandbookThatIsNoFolder() {
        assertTrue(runbook.run("list", "--handbook", "nowhere").err().contains("nowhere is not a folder"));
    }

    @Test
    void versionIsPrinted() {
        assertEquals(new Result(0, "runbook development\n", ""), runbook.run("--version"));
    }

    @Test
    void errorsAreColouredOnlyOnATerminal() {
        assertTrue(new CommandLines(folder).onTerminal(80).run("x").err().contains("\u001b[1;31m"));
        assertEquals(
                runbook.run("x").err(),
                new CommandLines(folder)
                        .onTerminal(80)
                        .with("NO_COLOR", "1")
                        .run("x")
                        .err());
        assertEquals(
                runbook.run("x").err(),
                new CommandLines(folder)
                        .onTerminal(80)
                        .with("TERM", "dumb")
                        .run("x")
                        .err());
    }
}
