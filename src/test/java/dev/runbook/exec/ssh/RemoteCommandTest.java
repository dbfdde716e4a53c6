package dev.runbook.exec.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteCommandTest {
    @Test
    void singleQuotes() {
        assertEquals("'a b'", RemoteCommand.quote("a b"));
        assertEquals("''", RemoteCommand.quote(""));
        assertEquals("'$(id) `id` \"!'", RemoteCommand.quote("$(id) `id` \"!"));
        assertEquals("'it'\\''s'", RemoteCommand.quote("it's"));
        assertEquals("'a'\\\\'b'", RemoteCommand.quote("a\\b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "zsh", "fish"})
    void wordsArriveInEveryLoginShell(String shell) throws Exception {
        Tools.require(shell);
        List<String> words = List.of(
                "",
                " ",
                "a b",
                "it's",
                "'",
                "\\",
                "\\'",
                "'\\",
                "a\\",
                "\\\\",
                "\\n",
                "$HOME",
                "${x}",
                "$(id)",
                "`id`",
                "\"",
                "!",
                "!!",
                "*",
                "~",
                "#",
                "-n",
                "--",
                ";",
                "&",
                "|",
                "<",
                ">",
                "(",
                "{a,b}",
                "一行\n二行\n",
                "\t",
                "%s",
                "é");
        List<String> command = new ArrayList<>(List.of("printf", "[%s]"));
        command.addAll(words);

        Process process = new ProcessBuilder(shell, "-c", RemoteCommand.of(command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("[" + String.join("][", words) + "]", said);
        assertEquals(0, process.waitFor());
    }
}
