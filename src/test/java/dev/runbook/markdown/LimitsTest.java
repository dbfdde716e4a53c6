package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.runbook.i18n.Language;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to hurt give a result or a diagnostic, soon. */
class LimitsTest {
    /** Generous: a text that takes more than linear time would need minutes. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int MANY = 50_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void isRead(String name, String text) {
        Parsed<Runbook> parsed = assertTimeoutPreemptively(SOON, () -> parse(text));
        assertEquals(0, count(parsed, MarkdownCode.TOO_COMPLEX), name);
    }

    private static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("brackets", "[".repeat(MANY)),
                Arguments.of("closed brackets", "[".repeat(MANY) + "]".repeat(MANY)),
                Arguments.of("images", "![".repeat(MANY) + "](a)".repeat(MANY)),
                Arguments.of("unfinished links", "[a](".repeat(MANY)),
                Arguments.of("links in brackets", "[".repeat(MANY) + "[a](b)".repeat(MANY)),
                Arguments.of("stars", "a" + "*".repeat(2 * MANY)),
                Arguments.of("unmatched stars", "a**b".repeat(MANY)),
                Arguments.of("stars and underscores", "*a_ ".repeat(MANY)),
                Arguments.of("nested emphasis", "*a ".repeat(MANY) + " b*".repeat(MANY)),
                Arguments.of("underscores", "a" + "_".repeat(2 * MANY)),
                Arguments.of("backticks", "`".repeat(2 * MANY)),
                Arguments.of("runs of backticks", backticks()),
                Arguments.of("comments", "x <!-- a".repeat(MANY)),
                Arguments.of("instructions", "x <?".repeat(MANY)),
                Arguments.of("quotes in tags", "x <a b='".repeat(MANY)),
                Arguments.of("open tags", "x <b>".repeat(MANY / 5)),
                Arguments.of("braces", "{".repeat(4 * MANY)),
                Arguments.of("entities", "&#1".repeat(MANY)),
                Arguments.of("parentheses of URLs", "https://a/" + ")".repeat(4 * MANY)),
                Arguments.of("definitions", "[a]: u (".repeat(MANY)),
                Arguments.of("one line of 4 MiB", "a ".repeat(2 * 1024 * 1024)),
                Arguments.of("blank lines in deep lists", "- ".repeat(90) + "a\n" + "\n".repeat(90_000)),
                Arguments.of("200 columns", "|a".repeat(200) + "|\n" + "|-".repeat(200) + "|\n" + "|a\n".repeat(1900)),
                Arguments.of("headings of one name", "# a\n\n".repeat(MANY / 2)),
                Arguments.of("steps", "```bash {.exec}\nx\n```\n".repeat(MANY / 5)),
                Arguments.of("lone surrogates", "\ud800*".repeat(MANY)),
                Arguments.of("long class", "```bash {." + "x".repeat(1_000_000) + "}\nx\n```\n"),
                Arguments.of(
                        "aliases", "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\ntags: [*b,*b,*b]\n---\n"),
                Arguments.of("recursive alias", "---\na: &a [*a]\ntags: *a\n---\n"));
    }

    private static String backticks() {
        StringBuilder text = new StringBuilder();
        for (int length = 1; length < 2000; length++) {
            text.append('e').append("`".repeat(length));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooComplex")
    void isTooComplex(String name, String text) {
        Parsed<Runbook> parsed = assertTimeoutPreemptively(SOON, () -> parse(text));
        assertEquals(1, count(parsed, MarkdownCode.TOO_COMPLEX), name);
    }

    private static Stream<Arguments> tooComplex() {
        return Stream.of(
                Arguments.of("quotes", ">".repeat(10_000) + "a\n"),
                Arguments.of("lists", "- ".repeat(10_000) + "a\n"),
                Arguments.of("numbered lists", "1. ".repeat(10_000) + "a\n"),
                Arguments.of("lines", "a\n\n".repeat(Limits.MAX_LINES)),
                Arguments.of("lines of a paragraph", "| a\n".repeat(Limits.MAX_PARAGRAPH_LINES + 1)),
                Arguments.of("columns", "|a".repeat(5000) + "|\n" + "|-".repeat(5000) + "|\n" + "|a\n".repeat(500)),
                Arguments.of("spaces in a heading", "# a" + " ".repeat(100_000) + "b\n"),
                Arguments.of("definition", "[a]: /" + "u".repeat(100_000) + "\n\n" + "[a] ".repeat(MANY)),
                Arguments.of("brackets in YAML", "---\na: " + "[".repeat(100_000) + "\n---\n"),
                Arguments.of("dashes in YAML", "---\n" + "- ".repeat(MANY) + "\n---\n"),
                Arguments.of("long YAML", "---\ntitle: " + "a".repeat(1_000_000) + "\n---\n"));
    }

    private static Parsed<Runbook> parse(String text) {
        return new RunbookParser(HandbookConfig.DEFAULTS)
                .parse(SourceFile.of("hostile.md", text), new RunbookId("hostile"), Language.JA);
    }

    private static long count(Parsed<?> parsed, MarkdownCode code) {
        return parsed.diagnostics().stream().filter(d -> d.code() == code).count();
    }
}
