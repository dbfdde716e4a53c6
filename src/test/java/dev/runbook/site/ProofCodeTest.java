package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Output;
import dev.runbook.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofCodeTest {
    private static final Span PLACE = Span.startOf("a.md");
    private static final ProofCode CODE = new ProofCode(new PlainTheme(), Language.EN);

    @Test
    void anOutputIsShownAsItIsAndCannotBeMarkup() {
        assertEquals(
                "<span class=\"output\">&lt;b&gt; 日本\n\n</span>", output(List.of(Output.of("<b> 日本\n\n")), List.of()));
        assertEquals(Optional.empty(), CODE.output(List.of(Output.EMPTY), List.of()));
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        byte[] bytes = "a\rb\u001b[1m\u0000c\td".getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xFF;
        assertEquals(
                "<span class=\"output\">\\xff\\rb\\e[1m\\x00c\td\n</span>",
                output(List.of(Output.of(bytes)), List.of()));
    }

    @Test
    void eachCommandOfASessionStandsBeforeItsOutput() {
        ConsoleCommand one = new ConsoleCommand(true, "ls /", PLACE, Optional.empty());
        ConsoleCommand two = new ConsoleCommand(false, "echo \\\n\"$A\"", PLACE, Optional.empty());
        assertEquals(
                "<span class=\"prompt\"># </span>ls /\n<span class=\"output\">bin\n</span>"
                        + "<span class=\"prompt\">$ </span>echo \\\n<span class=\"prompt\">&gt; </span>&quot;$A&quot;\n",
                output(List.of(Output.of("bin\n"), Output.EMPTY), List.of(one, two)));
    }

    @Test
    void aLongOutputIsCutAndSaysSo() {
        String shown = output(List.of(Output.of(lines(0, 1000))), List.of());
        assertTrue(shown.contains("line 59\n<span class=\"left-out\">en:proof.lines[910]</span>\nline 970\n"), shown);
        assertTrue(shown.endsWith("line 999\n</span>"), shown);
        String whole = output(List.of(Output.of(lines(0, 91))), List.of());
        assertEquals(lines(0, 91), whole.replaceAll("<[^>]*>", ""), "a single line would not be left out");
        String wide = output(List.of(Output.of("x".repeat(2000))), List.of());
        assertTrue(wide.contains("x".repeat(500) + "…\n") && wide.length() < 600, wide);
    }

    @Test
    void bytesThatWereNotKeptAreCounted() {
        byte[] head = lines(0, 2).getBytes(StandardCharsets.UTF_8);
        byte[] tail = lines(8, 9).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "<span class=\"output\">line 0\nline 1\n<span class=\"left-out\">en:proof.bytes[4096]</span>\nline 8\n</span>",
                output(List.of(Output.of(head, 4096, tail)), List.of()));
    }

    @Test
    void aDiffShowsDifferencesAndWhatIsNearThem() {
        List<Mismatch.Line> lines = new ArrayList<>(matched(0, 10));
        lines.add(new Mismatch.Line(Kind.MISSING, "port <6432>", Optional.of(PLACE), false));
        lines.add(new Mismatch.Line(Kind.UNEXPECTED, "port 5432", Optional.empty(), true));
        lines.addAll(matched(10, 20));
        assertEquals("""
                @en:proof.same[7]
                   line 7
                   line 8
                   line 9
                -- port <6432>
                ++ port 5432
                @en:proof.no-newline[0]
                   line 10
                   line 11
                   line 12
                @en:proof.same[7]
                """, plain(lines));
    }

    @Test
    void aDiffOfThousandsOfLinesIsCut() {
        List<Mismatch.Line> lines = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            lines.add(new Mismatch.Line(Kind.UNEXPECTED, "line " + i, Optional.empty(), false));
        }
        String shown = plain(lines);
        assertEquals(91, shown.lines().count());
        assertTrue(shown.endsWith("++ line 89\n@en:proof.lines[4910]\n"), shown);
    }

    /** A line's kind as a sign before what it shows. */
    private static String plain(List<Mismatch.Line> lines) {
        return CODE.diff(new Mismatch(PLACE, lines))
                .html()
                .replace("<span class=\"line add\">", "+")
                .replace("<span class=\"line del\">", "-")
                .replace("<span class=\"line hunk\">", "@")
                .replace("<span class=\"line\">", " ")
                .replace("</span>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static List<Mismatch.Line> matched(int from, int to) {
        List<Mismatch.Line> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(new Mismatch.Line(Kind.MATCHED, "line " + i, Optional.of(PLACE), false));
        }
        return lines;
    }

    private static String lines(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append("line ").append(i).append('\n');
        }
        return out.toString();
    }

    private static String output(List<Output> outputs, List<ConsoleCommand> commands) {
        return CODE.output(outputs, commands).orElseThrow().html();
    }
}
