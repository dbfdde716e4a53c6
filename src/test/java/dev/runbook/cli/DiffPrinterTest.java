package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.match.Matcher;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.testing.Expectations;
import dev.runbook.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DiffPrinterTest {
    private static final Golden GOLDEN = new Golden("diff");
    private static final int WIDTH = 40;

    private static Map<String, Mismatch> samples() {
        Map<String, Mismatch> samples = new LinkedHashMap<>();
        samples.put("one line", mismatch("pgbouncer is active\n", "pgbouncer is inactive\n"));
        samples.put("Japanese", mismatch("接続数は 20 です\n", "接続数は 25 です\n"));
        samples.put("full width", mismatch("状態：ＯＫです\n", "状態：OKです\n"));
        samples.put("lacking, at the end", mismatch("日本\n", "日本語\n"));
        samples.put(
                "folded",
                mismatch(
                        numbers(1, 40) + "old\n" + numbers(41, 60) + "gone\n" + numbers(61, 64),
                        numbers(1, 40) + "new\n" + numbers(41, 60) + numbers(61, 64)));
        samples.put("any lines", mismatch("始め\n...\n完了しました！\n", "始め\n" + numbers(1, 30) + "エラー\n"));
        samples.put("patterns", mismatch("v* (glob)\n[0-9]+ (re)\n\\e[0m (esc)\n", "x\ny\nz\n"));
        samples.put("trailing spaces", mismatch("a b\n", "a b  \n"));
        samples.put("tab", mismatch("a b\n", "a\tb\n"));
        samples.put("carriage return", mismatch("a\n", "a\r\n"));
        samples.put("colours and bells", mismatch("a\n", "\u001b[31ma\u0007\u009b\u202e\n"));
        samples.put("spaces", mismatch("a b c\n", "a\u00a0b\u3000c\n"));
        samples.put(
                "not UTF-8",
                Matcher.compare(Expectations.of("caf\u00e9\n"), Output.of(new byte[] {'c', 'a', 'f', (byte) 0xe9, '\n'
                        }))
                        .orElseThrow());
        samples.put("no newline", mismatch("ok\n", "ok"));
        samples.put("newline", mismatch("ok (no-eol)\n", "ok\n"));
        samples.put("nothing written", mismatch("a\nb\n", ""));
        samples.put("too much", mismatch("", numbers(1, 60)));
        samples.put("wrapped", mismatch("あ".repeat(50) + "い\n", "あ".repeat(50) + "う\n"));
        samples.put(
                "very long", mismatch("x".repeat(100_000) + "a\n", "x".repeat(100_000) + "b" + "x".repeat(900) + "\n"));
        samples.put("long and same", mismatch("漢字".repeat(30) + "\na\n", "漢字".repeat(30) + "\nb\n"));
        samples.put(
                "not kept",
                Matcher.compare(Expectations.of("a\nz\n"), Output.of(bytes("a\nhalf"), 123_456, bytes("line\nz\n")))
                        .orElseThrow());
        return samples;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String numbers(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i <= to; i++) {
            out.append("line ").append(i).append('\n');
        }
        return out.toString();
    }

    private static Mismatch mismatch(String expected, String written) {
        return Matcher.compare(Expectations.of(expected), Output.of(written)).orElseThrow();
    }

    @Test
    void printsAsTheGoldenFilesSay() {
        Set<String> files = new TreeSet<>();
        for (Language language : Language.values()) {
            for (boolean colour : new boolean[] {false, true}) {
                DiffPrinter printer = new DiffPrinter(new Style(colour), WIDTH, language);
                StringBuilder all = new StringBuilder();
                samples()
                        .forEach((name, mismatch) -> all.append("== ")
                                .append(name)
                                .append('\n')
                                .append(printer.print(mismatch))
                                .append('\n'));
                String file = language.code() + (colour ? ".colour.txt" : ".txt");
                GOLDEN.check(file, all.toString().replace('\u001b', '␛'));
                files.add(file);
            }
        }
        GOLDEN.checkNothingElse(files);
    }

    @Test
    void isNeverWiderThanTheTerminalAndNeverDrivesIt() {
        Random random = new Random(3);
        String pieces = "ab日本 \t\r\u001b\u0007éｱ😀\u0301\u202e\u3000";
        int[] some = pieces.codePoints().toArray();
        for (int i = 0; i < 500; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(400); n > 0; n--) {
                line.appendCodePoint(some[random.nextInt(some.length)]);
            }
            int width = 20 + random.nextInt(60);
            String printed = new DiffPrinter(new Style(false), width, Language.EN)
                    .print(mismatch(
                            "日本" + "x".repeat(random.nextInt(300)) + "\n",
                            "日本" + line + "\nb\n".repeat(random.nextInt(2))));
            printed.lines()
                    .skip(2)
                    .filter(l -> !l.startsWith("\\"))
                    .forEach(l -> assertTrue(DisplayWidth.of(l) <= width, () -> l));
            assertFalse(printed.codePoints().anyMatch(c -> c != '\n' && Character.isISOControl(c)), printed);
            assertEquals(-1, printed.indexOf('\u202e'));
        }
    }

    @Test
    void caretIsUnderTheFirstCharacterThatDiffers() {
        String[] lines = new DiffPrinter(new Style(false), 80, Language.JA)
                .print(mismatch("接続数\n", "接続先\n"))
                .split("\n", -1);
        assertEquals("+ 接続先", lines[3]);
        assertEquals("      ^^", lines[4]);
    }
}
