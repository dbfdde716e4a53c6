package dev.runbook.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
    private static final String LANGUAGES =
            "bash console diff nginx ini conf env sql yaml json python ruby xml html css javascript typescript "
                    + "dockerfile makefile perl php go java kotlin groovy rust c cpp csharp lua apache hosts bat "
                    + "unknown";

    /** What lexers stumble over: unclosed and nested things, surrogates, control characters. */
    private static final List<String> CRUMBS = List.of(
            "\"", "'", "`", "$", "${", "$(", "$((", "}", ")", "{", "(", "[", "]", "<", ">", "<<EOF", "<<'A'", "EOF",
            "A", "\\", "\n", "\n", " ", "\t", "#", "# ", "$ ", "> ", "//", "/*", "*/", "<!--", "-->", "=", ":", ";",
            "|", "&", "if", "then", "fi", "case", "in", "esac", "for", "sudo", "-u", "X=", "@@", "+", "-", "--- a",
            "server", "1k", "日本語", "🐘", "\uD83D", "\u0000", "\u200B", "e\u0301", "def", "end", "=begin", "=end",
            "<?php", "?>", "%w(");

    @Test
    void theTokensOfAnyTextAreTheText() {
        Random random = new Random(7);
        for (String language : LANGUAGES.split(" ", -1)) {
            for (int round = 0; round < 300; round++) {
                StringBuilder code = new StringBuilder();
                for (int i = random.nextInt(40); i > 0; i--) {
                    code.append(CRUMBS.get(random.nextInt(CRUMBS.size())));
                }
                List<Token> tokens = Highlighter.tokens(language, code.toString());
                assertEquals(code.toString(), text(tokens), language);
                assertTrue(tokens.stream().noneMatch(t -> t.text().isEmpty()), language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\"", "'", "$(", "\\", "`", "<", "{", "/*", "${", "$a", "<<E\n", "\n$", "# ", "=", "\n# '"})
    void aMegabyteOfAnythingTakesAMoment(String unit) {
        String code = unit.repeat(1_000_000 / unit.length());
        for (String language : LANGUAGES.split(" ", -1)) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertEquals(
                            code.length(),
                            text(Highlighter.tokens(language, code)).length()),
                    language);
        }
    }

    @Test
    void samplesAreColouredAsInTheGoldenFiles() throws IOException {
        Golden golden = new Golden("highlight");
        Set<String> used = new HashSet<>();
        for (Path input : golden.inputs(".in")) {
            String name = input.getFileName().toString();
            String language = name.substring(0, name.indexOf('.'));
            StringBuilder shown = new StringBuilder();
            for (Token token : Highlighter.tokens(language, Files.readString(input))) {
                shown.append(
                        token.kind() == Token.Kind.PLAIN
                                ? token.text()
                                : "⟦" + token.kind() + " " + token.text() + "⟧");
            }
            String output = name.replace(".in", ".tokens");
            golden.check(output, shown.toString());
            used.addAll(List.of(name, output));
        }
        golden.checkNothingElse(used);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        String code = "def a(b):\n    '''c\n    d'''\n    return \"e\" # f\n";
        List<Token> alone = Highlighter.tokens("python", code);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> work = () -> {
                for (int i = 0; i < 500; i++) {
                    if (!Highlighter.tokens("python", code).equals(alone)) {
                        return false;
                    }
                }
                return true;
            };
            for (Future<Boolean> same : threads.invokeAll(List.of(work, work, work, work))) {
                assertTrue(same.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void languagesAreKnownUnderTheirUsualNames() {
        for (String name :
                "bash sh shell zsh Bash console diff patch nginx ini conf env yaml yml json python py ruby rb xml "
                        .concat("html css js javascript dockerfile makefile perl php go java sql postgresql")
                        .split(" ", -1)) {
            boolean coloured =
                    Highlighter.tokens(name, "# <a b=\"c\">x</a>\nif SELECT 'x' = \"y\" { return 1; } // x\n").stream()
                            .anyMatch(t -> t.kind() != Token.Kind.PLAIN);
            assertTrue(coloured, name);
        }
        assertEquals(List.of(new Token(Token.Kind.PLAIN, "if x\n")), Highlighter.tokens("klingon", "if x\n"));
        assertEquals(List.of(), Highlighter.tokens("bash", ""));
        assertTrue(Highlighter.isDiff("patch"));
        assertFalse(Highlighter.isDiff("bash"));
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
