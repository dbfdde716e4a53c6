package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.Progress.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Messages texts = Messages.of(Main.class, "texts", Language.JA);

    @Test
    void workThatEndsAtOnceShowsNothing() {
        try (ProgressLine line = line()) {
            line.begin(Phase.READING, 2);
            line.advance();
            line.advance();
        }

        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void longWorkShowsALineAndClearsItAway() throws InterruptedException {
        ProgressLine line = line();
        line.begin(Phase.RENDERING, 3);
        Thread.sleep(350);
        line.advance();
        line.advance();
        line.close();
        line.advance();

        // Two advances at once are drawn once.
        assertEquals("\r\u001b[Kページ作成中 1/3\r\u001b[K", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void verboseSaysEachPhase() {
        ProgressLog log = new ProgressLog(stream(), texts);
        log.begin(Phase.CHECKING, 12);
        log.advance();

        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("検査中: 12"));
    }

    private ProgressLine line() {
        return new ProgressLine(stream(), texts);
    }

    private PrintStream stream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
