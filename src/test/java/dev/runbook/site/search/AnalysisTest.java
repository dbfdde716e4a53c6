package dev.runbook.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One golden file for the analysis in Java and in JavaScript. */
final class AnalysisTest {
    @TempDir
    private Path folder;

    @Test
    void textsAreComparedAndTakenApart() throws IOException {
        StringBuilder out = new StringBuilder();
        input().lines().forEach(line -> describe(line, out));
        SampleSearch.GOLDEN.check("analysis.txt", out.toString());
    }

    @Test
    void inJavaScriptToo() throws IOException, InterruptedException {
        SampleSearch.GOLDEN.check("analysis.txt", new Node(folder).run("analysis", input()));
    }

    private static String input() throws IOException {
        return Files.readString(SampleSearch.GOLDEN.folder().resolve("analysis.in"));
    }

    private static void describe(String line, StringBuilder out) {
        Normal normal = Normal.of(line);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < normal.length(); i++) {
            places.append(i == 0 ? "" : " ").append(normal.start(i)).append('-').append(normal.end(i));
        }
        out.append("? ")
                .append(line)
                .append("\n= ")
                .append(normal)
                .append("\n@ ")
                .append(places)
                .append('\n');
        Romaji.katakana(normal.toString())
                .forEach(r -> out.append("~ ").append(r).append('\n'));
        Analysis.terms(
                normal,
                (term, kind, start, end) -> out.append("  ")
                        .append(kind.name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(term)
                        .append(' ')
                        .append(start)
                        .append('-')
                        .append(end)
                        .append('\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "saikidou, [サイキドウ]",
        "shinsetsu, [シンセツ]",
        "sinsetu, [シンセツ]",
        "kon'ya, [コンヤ]",
        "konyaku, '[コニャク, コンヤク]'",
        "konnichiwa, '[コンニチワ, コンイチワ]'",
        "genin, '[ゲニン, ゲンイン]'",
        "gen'in, [ゲンイン]",
        "gennin, '[ゲンニン, ゲンイン]'",
        "rannyuu, '[ランニュウ, ランユウ]'",
        "tanni, '[タンニ, タンイ]'",
        "shimbun, [シンブン]",
        "semmon, [センモン]",
        "saikidō, '[サイキドウ, サイキドー]'",
        "nihon, [ニホン]",
        "matcha, [マッチャ]",
        "zassi, [ザッシ]",
        "de-tabe-su, [データベース]",
        "edita, '[エヂタ, エディタ]'",
        "nginx, []",
        "ssh, []",
        "a, []",
    })
    void lettersAreReadAsKana(String word, String readings) {
        assertEquals(readings, Romaji.katakana(word).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "server, server, 0",
        "sever, server, 1",
        "bgbouncer, pgbouncer, 1",
        "pgbuoncer, pgbouncer, 1",
        "abc, xyz, 3"
    })
    void wordsAreApart(String a, String b, int distance) {
        assertEquals(distance, Words.distance(a, b, 2));
    }

    @Test
    void readingsAreOfWholeHeadings() {
        Readings readings = new Readings();
        assertEquals("サイキドウ", readings.of("再起動"));
        assertEquals(
                "PgBouncer ノセッテイ",
                readings.of("PgBouncer の設定").replaceAll(" +", " ").replace(" ノ", " ノ"));
        assertEquals("", readings.of("サーバー"));
    }
}
