package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec --update} through the command line, on a handbook of its own. */
final class ExecUpdateTest {
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
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja, en]\n");
    }

    private CommandLines.Result update(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"exec", id, "--yes", "--update"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("RUNBOOK_LANG", "en")
                .run(words);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("runbooks/" + id + ".md"));
    }

    private void write(String blocks) throws IOException {
        SampleHandbook.write(folder, id + ".md", "---\ntitle: 出力\n---\n\n## 手順 {#steps}\n\n" + blocks);
    }

    private static final String BLOCKS = """
            ```console {#session .check}
            $ echo one; echo two
            one
            2
            $ echo kept-$((1 + 1))
            kept-* (glob)
            $ echo three
            drei
            ```

            1. 一覧の中の手順

               ```bash {#listed .exec}
               printf 'a\\nb\\n'
               ```

               ```text {.output}
               a
               c
               ```

            ```bash {#same .exec}
            echo same
            ```

            ```text {.output}
            same
            ```
            """;

    private static String blocks() {
        String user = System.getProperty("user.name");
        return user.equals("root") ? BLOCKS.replace("$ echo", "# echo") : BLOCKS;
    }

    @Test
    void rewritesWhatDiffersAndNothingElseAndThenItHolds() throws IOException {
        write(blocks());
        String before = page();

        CommandLines.Result first = update();

        assertEquals(1, first.exitCode(), first.out() + first.err());
        assertTrue(
                first.out().contains("Expected outputs written into runbooks/" + id + ".md: #session #listed\n"),
                first.out());
        assertEquals(
                before.replace("\n2\n", "\ntwo\n")
                        .replace("\ndrei\n", "\nthree\n")
                        .replace("   c\n", "   b\n"),
                page());

        CommandLines.Result second = update();

        assertEquals(0, second.exitCode(), second.out() + second.err());
        assertTrue(second.out().contains("The expected outputs are as they came."), second.out());
    }

    @Test
    void keepsLineEndsAndMode() throws IOException {
        write(blocks().replace("\n", "\r\n"));
        Path file = folder.resolve("runbooks/" + id + ".md");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        String before = page();

        update();

        assertEquals(
                before.replace("\n2\r\n", "\ntwo\r\n")
                        .replace("\ndrei\r\n", "\nthree\r\n")
                        .replace("   c\r\n", "   b\r\n"),
                page());
        assertEquals(
                "rw-r-----",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(0, update().exitCode());
    }

    @Test
    void anOutputThatHeldASecretIsNeverWritten() throws IOException {
        SampleHandbook.write(folder, id + ".md", """
                ---
                title: 秘密
                params:
                  TOKEN: {label: トークン, secret: true}
                ---

                ## 手順 {#steps}

                ```bash {#leaks .exec}
                echo "token $TOKEN"
                ```

                ```text {.output}
                token unknown
                ```

                ```bash {#plain .exec}
                echo plain
                ```

                ```text {.output}
                other
                ```
                """);
        Path secret = folder.resolve("token");
        Files.writeString(secret, "s3cret-t0ken");
        Files.setPosixFilePermissions(secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        String before = page();

        CommandLines.Result result = update("--secret-file", "TOKEN=" + secret);

        assertEquals(before.replace("\nother\n", "\nplain\n"), page());
        assertTrue(result.out().contains("written into runbooks/" + id + ".md: #plain\n"), result.out());
        assertTrue(result.out().contains("since the output held a secret: #leaks."), result.out());
        assertFalse((result.out() + result.err()).contains("s3cret"), result.out());
        assertEquals(1, update("--secret-file", "TOKEN=" + secret).exitCode());
    }

    @Test
    void aStepThatFailedOtherwiseIsLeftAsItIs() throws IOException {
        write("""
                ```bash {#fails .exec}
                echo new
                false
                ```

                ```text {.output}
                old
                ```
                """);
        String before = page();

        CommandLines.Result result = update();

        assertEquals(1, result.exitCode());
        assertEquals(before, page());
    }

    @Test
    void saysHowTheTranslationFollows() throws IOException {
        write(blocks());
        SampleHandbook.write(
                folder,
                id + ".en.md",
                page().replace("出力", "Output").replace("手順 {", "Steps {").replace("一覧の中の手順", "In a list"));

        CommandLines.Result result = update();

        assertTrue(result.out().contains("The translations follow with: runbook sync " + id + "\n"), result.out());
    }
}
