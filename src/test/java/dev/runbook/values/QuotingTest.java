package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QuotingTest {
    static List<String> values() {
        return List.of(
                "",
                " ",
                "plain",
                "it's",
                "'",
                "'''",
                "\\'",
                "\"quoted\"",
                "two\nlines\n",
                "\r\n",
                "\t\u0001\u001b[31m\u007f",
                "$(touch /nowhere/x)",
                "`id`",
                "; rm -rf /nowhere #",
                "$HOME ${PATH} !! !x",
                "-n",
                "--",
                "~root",
                "*",
                "日本語 𠮷🍣 é",
                "\\n \\0 \\x41 \\",
                ":NAME :'NAME' :\"NAME\"",
                "{a,b}",
                "%s%n",
                "a\u2028b\u0085");
    }

    /** As a file, since a command line may not be that long. */
    @ParameterizedTest
    @MethodSource("values")
    void aShellTakesAValueAsItIs(String value, @TempDir Path folder) throws Exception {
        for (String shell : List.of("bash", "sh")) {
            assertEquals(value, run(folder, Tools.require(shell), value), shell);
        }
    }

    @Test
    void aShellTakesAMegabyte(@TempDir Path folder) throws Exception {
        String value = "'$(x)`\"\n秘;\\".repeat(80_000);
        assertEquals(value, run(folder, Tools.require("bash"), value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aShellTakesAValueInItsCommandLine(String value) throws Exception {
        Process process = new ProcessBuilder(
                        Tools.require("bash").toString(), "-c", "printf %s " + Quoting.shell(value))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(value, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    @Test
    void refusesNulAndNamesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> Quoting.shell("a\0b"));
        assertThrows(IllegalArgumentException.class, () -> Quoting.psqlSet("NAME", "a\0b"));
        assertThrows(IllegalArgumentException.class, () -> Quoting.psqlSet("A 'x'", "b"));
    }

    private static String run(Path folder, Path shell, String value) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), "printf %s " + Quoting.shell(value) + "\n");
        Process process = new ProcessBuilder(shell.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return output;
    }
}
