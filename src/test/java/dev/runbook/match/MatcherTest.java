package dev.runbook.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.outcome.ByteText;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.testing.Expectations;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
    /** In the tables {@code |} is a newline, and {@code <xx>} a byte. */
    private static Output output(String written) {
        StringBuilder latin1 = new StringBuilder();
        String text = written.replace('|', '\n');
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            latin1.append((char) (b & 0xFF));
        }
        String bytes = Pattern.compile("<([0-9a-f]{2})>")
                .matcher(latin1)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))));
        return Output.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<Mismatch> compare(String expected, String written) {
        return Matcher.compare(Expectations.of(expected.replace('|', '\n')), output(written));
    }

    /** The diff, a line each, as {@code =}, {@code -} or {@code +} and the text; {@code $} where a newline lacks. */
    private static String diff(String expected, String written) {
        return compare(expected, written).orElseThrow().lines().stream()
                .map(l -> sign(l.kind()) + l.text() + (l.noNewline() ? "$" : ""))
                .collect(Collectors.joining("|"));
    }

    private static String sign(Mismatch.Kind kind) {
        return switch (kind) {
            case MATCHED -> "=";
            case MISSING -> "-";
            case UNEXPECTED -> "+";
        };
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // Equal lines.
                "a|;a|",
                "日本語|;日本語|",
                "\"\";\"\"",
                "|;|",
                "a|||b|;a|||b|",
                "[x]|;[x]|",
                // Equal, suffix and all.
                "foo (glob)|;foo (glob)|",
                "foo (re|;foo (re|",
                "(glob)|;(glob)|",
                "...|;...|",
                // cram's globs.
                "foo* (glob)|;foobar|",
                "foo*bar (glob)|;foobar|",
                "f?? (glob)|;foo|",
                "? (glob)|;日|",
                "??? (glob)|;日<ff>本|",
                "* (glob)|;|",
                "* (glob)|;<ff><00>|",
                "a\\*b (glob)|;a*b|",
                "a\\?b (glob)|;a?b|",
                "a\\\\* (glob)|;a\\b|",
                "a\\d* (glob)|;a\\d1|",
                "[ab]. (glob)|;[ab].|",
                "*a*b*c (glob)|;xaxbxabc|",
                // Regular expressions.
                "fo+ (re)|;foo|",
                "\\d{4}-\\d\\d (re)|;2024-01|",
                "a.*b (re)|;a<0d><c2><85>b|",
                ".* (re)|;100%<0d>|",
                "[é日]+ (re)|;日é|",
                // Escapes.
                "foo\\tbar (esc)|;foo<09>bar|",
                "\\x1b[1mfoo\\e[0m (esc)|;<1b>[1mfoo<1b>[0m|",
                "\\xff\\x00\\0 (esc)|;<ff><00><00>|",
                "\\u65e5\\ud83d\\ude00 (esc)|;日😀|",
                "\\xe6\\x97\\xa5 (esc)|;日|",
                "a\\\\b\\\"\\' (esc)|;a\\b\"'|",
                "a\\r (esc)|;a<0d>|",
                "foo (glob) (esc)|;foo (glob)|",
                "... (esc)|;...|",
                // No newline at the end.
                "foo (no-eol)|;foo",
                "a|foo (no-eol)|;a|foo",
                "foo\\x07 (no-eol) (esc)|;foo<07>",
                "f* (glob)|;foo",
                "f.o (re)|;foo",
                "a|...|;a|b",
                // Quantifiers.
                "a (?)|b|;b|",
                "a (?)|b|;a|b|",
                "a (*)|b|;b|",
                "a (*)|b|;a|a|a|b|",
                "a (+)|;a|a|",
                "a* (glob+)|b|;a1|a2|b|",
                "\\d+ (re*)|x|;1|22|333|x|",
                "\\t (esc+)|;<09>|<09>|",
                "a (*)|a|;a|a|a|",
                "a (?)|a (?)|a|;a|a|",
                // Any lines.
                "...|;\"\"",
                "...|;a|b|",
                "...|a|;b|a|c|a|",
                "a|...|b|...|c|;a|b|c|",
                "a|...|b|...|c|;a|x|b|x|c|b|c|",
            })
    void holds(String expected, String written) {
        assertEquals(Optional.empty(), compare(expected, written));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a|;b|;-a|+b",
                "a|;\"\";-a",
                "\"\";a|;+a",
                "\"\";|;+",
                "a|;A|;-a|+A",
                "a|;a |;-a|+a ",
                "a|;a<0d>|;-a|+a<0d>",
                // Composed and decomposed characters are other bytes.
                "\u00e9|;e\u0301|;-\u00e9|+e\u0301",
                "ＡＢ|;AB|;-ＡＢ|+AB",
                "a|;a;-a|+a$",
                "a (no-eol)|;a|;-a (no-eol)|+a",
                "a\\x07 (esc)|;a<07>;-a\\x07 (esc)|+a<07>$",
                "f? (glob)|;foo|;-f? (glob)|+foo",
                "a\\* (glob)|;ab|;-a\\* (glob)|+ab",
                "fo (re)|;foo|;-fo (re)|+foo",
                "o+ (re)|;foo|;-o+ (re)|+foo",
                "( (re)|;x|;-( (re)|+x",
                "\\xfe (esc)|;<ff>|;-\\xfe (esc)|+<ff>",
                "a|b|c|;a|c|;=a|-b|=c",
                "a|c|;a|b|c|;=a|+b|=c",
                "a|b|c|;b|x|y|;-a|=b|-c|+x|+y",
                "a|b|c|d|;a|x|y|d|;=a|-b|-c|+x|+y|=d",
                "a (?)|b|;c|;-b|+c",
                "a (+)|b|;b|;-a (+)|=b",
                "a (*)|;a|b|a|;=a|+b|=a",
                "a (?)|;a|a|;=a|+a",
                "a|...|b|;a|x|y|;=a|=x|-b|+y",
                "...|b|;x|b|y|;=x|=b|+y",
                "a|...|z|;b|x|z|;-a|+b|=x|=z",
            })
    void differs(String expected, String written, String diff) {
        String actual = diff(expected, written);
        StringBuilder shown = new StringBuilder();
        actual.codePoints().forEach(c -> {
            boolean plain = c >= 0x20 && ByteText.byteOf(c).isEmpty();
            shown.append(plain ? Character.toString(c) : "<%02x>".formatted(c & 0xFF));
        });
        assertEquals(diff, shown.toString());
    }

    @Test
    void saysWhereExpectedLinesStand() {
        Mismatch mismatch = compare("a|b|", "a|c|").orElseThrow();
        assertEquals(6, mismatch.expectation().startLine());
        assertEquals(6, mismatch.lines().get(0).source().orElseThrow().startLine());
        assertEquals(7, mismatch.lines().get(1).source().orElseThrow().startLine());
        assertEquals(Optional.empty(), mismatch.lines().get(2).source());
    }

    @Test
    void dropsNoPartOfAnOutputSilently() {
        Output partly = Output.of(bytes("a\nb\npart"), 1000, bytes("rest\ny\nz\n"));
        assertEquals(Optional.empty(), Matcher.compare(Expectations.of("a\n...\nz\n"), partly));
        Mismatch mismatch = Matcher.compare(Expectations.of("a\nb\n* (glob)\ny\nz\n"), partly)
                .orElseThrow();
        assertEquals("part[… 1000 B …]rest", mismatch.lines().get(3).text());
        Output atLineEnds = Output.of(bytes("a\n"), 1000, bytes("z\n"));
        assertEquals(Optional.empty(), Matcher.compare(Expectations.of("a\n...\n"), atLineEnds));
        assertEquals(
                1,
                Matcher.compare(Expectations.of("a\nz\n"), atLineEnds).stream().count());
        Output endless = Output.of(bytes("a\n"), 1000, new byte[0]);
        assertEquals(Optional.empty(), Matcher.compare(Expectations.of("a\n...\n"), endless));
        assertEquals(
                1, Matcher.compare(Expectations.of("a\n"), endless).stream().count());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
