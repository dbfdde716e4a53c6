package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts, in the shells themselves; the {@code runbook} that they ask is a script. */
final class CompletionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void runbookThatListsTwo() throws IOException {
        Path runbook = folder.resolve("runbook");
        Files.writeString(runbook, """
                #!/bin/sh
                [ "$1 $2 $3" = 'list --format ids' ] && printf 'database/backup\\nweb/手順\\n' && echo "$4$5"
                [ "$*" = 'runs --format ids' ] && printf '20261124-1-backup-4f2a\\n'
                """);
        Files.setPosixFilePermissions(runbook, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("handbook"));
        Files.writeString(folder.resolve("memo.txt"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellCanReadIt(String shell) throws Exception {
        for (String language : List.of("ja", "en")) {
            assertEquals(
                    "",
                    run(
                            Tools.require(shell).toString(),
                            "-n",
                            script(shell, language).toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "runbook ch|check",
                "runbook new |runbook handbook",
                "runbook imp|import",
                "runbook import --enc|--encoding",
                "runbook import me|memo.txt",
                "runbook --quiet completion |bash zsh fish",
                "runbook check --form|--format",
                "runbook check --format j|json",
                "runbook check --format=j|json",
                "runbook --lang |ja en",
                "runbook show da|database/backup",
                "runbook --handbook hand|handbook",
                "runbook --handbook x show --h|--handbook --help",
                "runbook runs sh|show",
                "runbook runs show 2|20261124-1-backup-4f2a",
            })
    void bashOffers(String line, String offered) throws Exception {
        String bash = Tools.require("bash").toString();
        // Bash cuts words at = too.
        String words = line.replace("=", " = ");
        String test = """
                source "$1"
                read -ra COMP_WORDS <<<"$2"
                [[ $2 == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _runbook
                echo "${COMPREPLY[*]}"
                """;

        assertEquals(
                offered + "\n",
                run(bash, "-c", test, "bash", script("bash", "en").toString(), words));
    }

    @Test
    void bashAsksForIdsOfTheHandbookThatWasNamed() throws Exception {
        String test = """
                source "$1"
                COMP_WORDS=(runbook --handbook other show '')
                COMP_CWORD=4
                _runbook
                echo "${COMPREPLY[*]}"
                """;

        assertEquals(
                "database/backup web/手順 --handbookother\n",
                run(
                        Tools.require("bash").toString(),
                        "-c",
                        test,
                        "bash",
                        script("bash", "en").toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "runbook ch|check",
                "runbook new |handbook runbook",
                "runbook check --form|--format",
                "runbook check --format j|json",
                "runbook --lang |en ja",
                "runbook show da|database/backup",
                "runbook --handbook hand|handbook/",
                "runbook runs show 2|20261124-1-backup-4f2a",
            })
    void fishOffers(String line, String offered) throws Exception {
        String fish = Tools.require("fish").toString();
        String test = "source $argv[1]; complete -C $argv[2] | string split -f 1 \\t";

        String got = run(fish, "--no-config", "-c", test, script("fish", "en").toString(), line);

        assertEquals(offered, String.join(" ", got.lines().sorted().toList()));
    }

    private Path script(String shell, String language) throws IOException {
        String script = new CommandLines(folder)
                .run("completion", shell, "--lang", language)
                .out();
        return Files.writeString(folder.resolve("completion." + shell), script);
    }

    /** What a program prints on both streams, in the test's folder and with it first on PATH. */
    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(20, TimeUnit.SECONDS);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
