package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prose folded for a terminal. */
final class FoldedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "it is short|it is short",
                "nobody can post or be notified of it|nobody can post or be⏎notified of it",
                "use --memkeys-samples=10 or /var/log/redis|use⏎--memkeys-samples=10⏎or /var/log/redis",
                "/a/path/that/is/longer/than/a/line then|/a/path/that/is/longer/than/a/line⏎then",
                "- what stops: nothing at all here|- what stops: nothing⏎  at all here",
                "\"  12. what stops: nothing at all\"|\"  12. what stops:⏎      nothing at all\"",
                "> The memo had only the path here|> The memo had only⏎> the path here",
                "> - The memo had only the path|> - The memo had only⏎>   the path",
                "[ ] 5 The limit is at most half|[ ] 5 The limit is at⏎    most half",
                "設定を保存したら再起動します。少し待つ|設定を保存したら再起動⏎します。少し待つ",
                "設定を保存したら再起動す。少し待つ|設定を保存したら再起動⏎す。少し待つ",
                "あいうえおかきくけこさ。少し待つ|あいうえおかきくけこ⏎さ。少し待つ",
                "あいうえおかきくけこ「少し」待つ|あいうえおかきくけこ⏎「少し」待つ",
                "Redis の maxmemory-policy を見ます|Redis の⏎maxmemory-policy を見⏎ます",
            })
    void breaksWhereAReaderWould(String text, String folded) {
        assertEquals(folded.replace('⏎', '\n'), FoldedText.of(text, 22));
    }

    @Test
    void stylesTakeNoRoomAndStay() {
        assertEquals(
                "\u001b[1mwhat stops\u001b[0m: it is\n\u001b[36mnginx -s reload\u001b[0m",
                FoldedText.of("\u001b[1mwhat stops\u001b[0m: it is \u001b[36mnginx -s reload\u001b[0m", 18));
    }

    @Test
    void linesAreFoldedEachByItself() {
        assertEquals("one\n\ntwo three four five\nsix\n", FoldedText.of("one\n\ntwo three four five six\n", 20));
    }

    @Test
    void whereNoRoomIsLeftItStaysAsItIs() {
        String text = "            - deep in a list, on a phone's terminal";
        assertEquals(text, FoldedText.of(text, 24));
    }
}
