package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What prose has beside CommonMark: line breaks in Japanese, bare URLs, ruby, tables, safe links. */
class ProseTest {
    @ParameterizedTest
    @MethodSource({"lineBreaks", "urls", "ruby", "links"})
    void paragraph(String markdown, String expected) {
        assertEquals("<p>" + expected + "</p>\n", PlainHtml.of(markdown));
    }

    private static Stream<Arguments> lineBreaks() {
        return Stream.of(
                Arguments.of("これは\n長い文です", "これは長い文です"),
                Arguments.of("これは、\n長い文です", "これは、長い文です"),
                Arguments.of("これは\n`code` です", "これは\n<code>code</code> です"),
                Arguments.of("`code`\nです", "<code>code</code>\nです"),
                Arguments.of("これは\nPgBouncer です", "これは\nPgBouncer です"),
                Arguments.of("two\nwords", "two\nwords"),
                Arguments.of("한국어\n문장", "한국어\n문장"),
                Arguments.of("**太字**\n続き", "<strong>太字</strong>続き"),
                Arguments.of("続き\n**太字**", "続き<strong>太字</strong>"),
                Arguments.of("前\n[リンク](a)後", "前<a href=\"a\">リンク</a>後"),
                Arguments.of("葛\uDB40\uDD00\n城", "葛\uDB40\uDD00城"),
                Arguments.of("画像\n![図](a.png)", "画像\n<img src=\"a.png\" alt=\"図\" />"),
                Arguments.of("行  \n末", "行<br />\n末"),
                Arguments.of("{漢字|かんじ}\n続き", "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>続き"));
    }

    private static Stream<Arguments> urls() {
        return Stream.of(
                Arguments.of("https://example.org/foo。次の文", link("https://example.org/foo") + "。次の文"),
                Arguments.of("詳細はhttps://example.org/を", "詳細は" + link("https://example.org/") + "を"),
                Arguments.of("(https://example.org/a_(b))", "(" + link("https://example.org/a_(b)") + ")"),
                Arguments.of("https://example.org/a.", link("https://example.org/a") + "."),
                Arguments.of("https://example.org/?a=1&amp;", link("https://example.org/?a=1") + "&amp;"),
                Arguments.of("**https://example.org/a**", "<strong>" + link("https://example.org/a") + "</strong>"),
                Arguments.of("https://example.org/a_b_c", link("https://example.org/a_b_c")),
                Arguments.of("xhttps://example.org", "xhttps://example.org"),
                Arguments.of("`https://example.org`", "<code>https://example.org</code>"),
                Arguments.of("[https://example.org](b)", "<a href=\"b\">https://example.org</a>"),
                Arguments.of("https://${HOST}/", "https://${HOST}/"),
                Arguments.of("http://localhost:3000/x", link("http://localhost:3000/x")),
                Arguments.of("<https://example.org>", link("https://example.org")));
    }

    private static Stream<Arguments> ruby() {
        return Stream.of(
                Arguments.of("{漢字|かんじ}", "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>"),
                Arguments.of("{漢字|カンジ}", "<ruby>漢字<rp>（</rp><rt>カンジ</rt><rp>）</rp></ruby>"),
                Arguments.of("{a|b}", "{a|b}"),
                Arguments.of("{かな|かな}", "{かな|かな}"),
                Arguments.of("{漢字|kanji}", "{漢字|kanji}"),
                Arguments.of("\\{漢字|かんじ}", "{漢字|かんじ}"),
                Arguments.of("`{漢字|かんじ}`", "<code>{漢字|かんじ}</code>"),
                Arguments.of("![{漢字|かんじ}](a)", "<img src=\"a\" alt=\"漢字\" />"));
    }

    private static Stream<Arguments> links() {
        return Stream.of(
                Arguments.of("[a](javascript:alert(1))", "a"),
                Arguments.of("[a](JaVaScRiPt:alert(1))", "a"),
                Arguments.of("[a](java\\\nscript:alert(1))", "[a](java<br />\nscript:alert(1))"),
                Arguments.of("[a](&#x6A;avascript:alert)", "a"),
                Arguments.of("[a](<java&#9;script:alert>)", "a"),
                Arguments.of("[a](<&#1;javascript:alert>)", "a"),
                Arguments.of("[a](vbscript:x)", "a"),
                Arguments.of("[a](file:///etc/passwd)", "a"),
                Arguments.of("![a](data:image/svg+xml;x)", "a"),
                Arguments.of("[a](mailto:a@b.example)", "<a href=\"mailto:a@b.example\">a</a>"),
                Arguments.of(
                        "[a](日本語.md#見出し)",
                        "<a href=\"%E6%97%A5%E6%9C%AC%E8%AA%9E.md#" + "%E8%A6%8B%E5%87%BA%E3%81%97\">a</a>"),
                Arguments.of("[a](<a b.md>)", "<a href=\"a%20b.md\">a</a>"),
                Arguments.of("[a](100%.md)", "<a href=\"100%25.md\">a</a>"),
                Arguments.of("[a](a%20b.md)", "<a href=\"a%20b.md\">a</a>"),
                Arguments.of("[a](./x:y.md)", "<a href=\"./x:y.md\">a</a>"));
    }

    private static String link(String url) {
        return "<a href=\"" + url + "\">" + url + "</a>";
    }

    @ParameterizedTest
    @MethodSource("tableCases")
    void tables(String markdown, String expected) {
        assertEquals(expected, PlainHtml.of(markdown).replace("\n", ""));
    }

    private static Stream<Arguments> tableCases() {
        return Stream.of(
                Arguments.of(
                        "| a | b |\n|:--|--:|\n| 1 | 2 |\n",
                        "<table><thead><tr><th class=\"align-left\">a</th><th class=\"align-right\">b</th></tr></thead>"
                                + "<tbody><tr><td class=\"align-left\">1</td><td class=\"align-right\">2</td></tr></tbody>"
                                + "</table>"),
                Arguments.of(
                        "a | b\n--|:-:\n`x\\|y` | **z**\n1\n",
                        "<table><thead><tr><th>a</th><th class=\"align-center\">b</th></tr></thead><tbody>"
                                + "<tr><td><code>x|y</code></td><td class=\"align-center\"><strong>z</strong></td></tr>"
                                + "<tr><td>1</td><td class=\"align-center\"></td></tr></tbody></table>"),
                Arguments.of("| a |\n|---|\n", "<table><thead><tr><th>a</th></tr></thead></table>"),
                Arguments.of("| a | b |\n|---|\n", "<p>| a | b ||---|</p>"),
                Arguments.of(
                        "text\n| a |\n|---|\n| 1 | 2 |\n",
                        "<p>text</p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"),
                Arguments.of(
                        "> | a |\n> |---|\n> | [x] |\n\n[x]: /u\n",
                        "<blockquote><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><a href=\"/u\">x</a></td>"
                                + "</tr></tbody></table></blockquote>"));
    }
}
