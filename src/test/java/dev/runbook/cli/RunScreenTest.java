package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RunScreenTest {
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private Host host(boolean terminal, String term) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Host(
                Map.of("TERM", term),
                InputStream.nullInputStream(),
                out,
                out,
                terminal,
                terminal,
                terminal,
                OptionalInt.of(20),
                Path.of("/"));
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** Waits for the time to be drawn, which it is where nothing was printed for a while. */
    private void awaitDrawn() throws InterruptedException {
        for (int i = 0; i < 1000 && !text().contains("0:0"); i++) {
            Thread.sleep(10);
        }
        assertTrue(text().contains("0:0"), text());
    }

    @Test
    void theTimeIsDrawnBelowTheOutputAndErasedBeforeMore() throws Exception {
        try (RunScreen screen = new RunScreen(host(true, "xterm"))) {
            screen.print("a line\n");
            screen.running("手順を実行しています、とても長い名前");
            awaitDrawn();
            String drawn = text();
            screen.print("more\n");
            assertTrue(text().endsWith(ERASE + "more\n"), text());
            String line = drawn.substring(drawn.lastIndexOf(ERASE) + ERASE.length());
            assertTrue(dev.runbook.i18n.DisplayWidth.of(line) < 20, line);
            assertTrue(line.endsWith("…"), line);
            screen.idle();
        }
        assertTrue(text().endsWith("more\n") || text().endsWith(ERASE), text());
    }

    @Test
    void aLinuxConsoleGetsAsciiOnly() throws Exception {
        try (RunScreen screen = new RunScreen(host(true, "linux"))) {
            screen.running("x");
            awaitDrawn();
        }
        assertTrue(text().chars().allMatch(c -> c < 128), text());
        assertTrue(text().endsWith(ERASE), "nothing is left of it");
    }

    @Test
    void nothingIsDrawnWhereNobodyLooksOrBehindAnUnfinishedLine() throws Exception {
        try (RunScreen file = new RunScreen(host(false, "xterm"));
                RunScreen dumb = new RunScreen(host(true, "dumb"))) {
            assertFalse(file.live());
            assertFalse(dumb.live());
            file.running("x");
            dumb.running("x");
        }
        try (RunScreen screen = new RunScreen(host(true, "xterm"))) {
            assertTrue(screen.live());
            screen.print("unfinished");
            screen.running("x");
            Thread.sleep(600);
            assertEquals("unfinished", text());
        }
        assertEquals("unfinished\n", text(), "a line that was begun is ended");
    }

    @Test
    void aLineIsEndedOnceAlsoBehindAColour() {
        try (RunScreen screen = new RunScreen(host(false, ""))) {
            screen.print("\u001b[1mred\n\u001b[0m");
            screen.endLine();
            screen.print("");
            screen.print("x");
            screen.endLine();
            screen.endLine();
        }
        assertEquals("\u001b[1mred\n\u001b[0mx\n", text());
    }
}
