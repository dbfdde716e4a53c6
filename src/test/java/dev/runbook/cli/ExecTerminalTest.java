package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec} as a process at a real terminal: signals, and that the terminal is left as it was. */
final class ExecTerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    private static final String PAGE = """
            ---
            title: 信号
            ---

            ## 手順 {#steps}

            ```bash {#long .exec}
            echo begun
            sleep 987
            ```

            ```bash {#ask .exec interactive}
            trap 'echo caught' INT
            echo ready
            read -r name
            read -r name
            echo "hello $name"
            ```
            """;

    /** On one host one run of a runbook goes on at a time: whoever else runs these tests has another one. */
    private final String id = "signals-" + System.nanoTime();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void page() throws IOException {
        List.of("script", "stty", "bash").forEach(Tools::require);
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja]\n");
        SampleHandbook.write(folder, id + ".md", PAGE);
    }

    @AfterEach
    void removeLocks() throws IOException {
        HostLocks.remove(id);
    }

    private Map<String, String> environment() {
        return Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "RUNBOOK_LANG", "en");
    }

    /** Runs it with the terminal's settings printed before and after. */
    private Pty exec(String arguments) throws IOException {
        String command = "trap : INT; stty cols 80 rows 24; echo before=$(stty -g); "
                + Pty.runbook("exec " + id + " --color never " + arguments) + "; echo exit=$?; echo after=$(stty -g)";
        return new Pty(folder, environment(), command);
    }

    private static void assertEnd(String text, int exit) {
        assertTrue(text.contains("exit=" + exit), text);
        assertEquals(setting(text, "before"), setting(text, "after"), "the terminal is as it was");
        assertFalse(text.contains("\u001b[?1049h"), "no other screen is used");
    }

    private static String setting(String text, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + "=(\\S+)").matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private String journal() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            Path journal =
                    files.filter(f -> f.endsWith("journal.jsonl")).findFirst().orElseThrow();
            List<String> lines = Files.readAllLines(journal);
            return lines.get(lines.size() - 1);
        }
    }

    @Test
    void interruptEndsTheCommandAndAsksAndASecondOneStops() throws Exception {
        try (Pty pty = exec("--only long")) {
            pty.await("▸ ");
            pty.type("\r");
            pty.await("begun");
            pty.type(CTRL_C);
            pty.await("[r] run again");
            pty.await("▸ ");
            pty.type(CTRL_C);

            String text = pty.end();
            assertEnd(text, 130);
            assertTrue(journal().contains("interrupted"), journal());
        }
    }

    @Test
    void afterAnInterruptItCanGoOn() throws Exception {
        try (Pty pty = exec("--only long")) {
            pty.await("▸ ");
            pty.type("\r");
            pty.await("begun");
            pty.type(CTRL_C);
            pty.await("[r] run again");
            pty.await("▸ ");
            pty.type("s");
            pty.await("▸ ");
            pty.type("too slow\r");

            assertEnd(pty.end(), 0);
        }
    }

    @Test
    void endOfInputQuits() throws Exception {
        try (Pty pty = exec("")) {
            pty.await("▸ ");
            pty.type(CTRL_D);

            assertEnd(pty.end(), 1);
        }
    }

    @Test
    void anInteractiveStepHasTheTerminalAndItsInterrupts() throws Exception {
        try (Pty pty = exec("--only ask")) {
            pty.await("▸ ");
            pty.type("\r");
            pty.await("ready");
            pty.type(CTRL_C);
            pty.await("caught");
            pty.type("\rworld\r");
            pty.await("hello world");

            assertEnd(pty.end(), 0);
        }
    }

    @Test
    void aTerminationAtAQuestionLeavesTheTerminalAndTheRecordWhole() throws Exception {
        try (Pty pty = exec("--only long")) {
            pty.await("▸ ");
            java().destroy();

            assertEnd(pty.end(), 143);
            assertTrue(journal().contains("interrupted"), journal());
        }
    }

    private static ProcessHandle java() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutQuestionsASignalStopsTheRunWithItsRecordWhole() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec "
                                + Pty.runbook("exec " + id + " --yes --only long")
                                        .replace("in,out,err", ""))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        try {
            while (process.isAlive() && process.descendants().noneMatch(ExecTerminalTest::sleeps)) {
                Thread.sleep(20);
            }
            process.destroy();

            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(143, process.exitValue(), Files.readString(folder.resolve("out")));
            assertTrue(journal().contains("interrupted"), journal());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("sleep 987");
    }
}
