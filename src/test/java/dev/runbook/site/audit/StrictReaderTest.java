package dev.runbook.site.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {
    private static final String PAGE = "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">"
            + "<title>a &amp; b</title><script src=\"a.js\" defer></script></head>\n<body>%s</body>\n</html>\n";

    private static final String TEXT =
            "<a href=\"#m\">x</a><nav id=\"n\" popover><button type=\"button\"><span>y</span></button>"
                    + "<ul>\n<li><a href=\"a.html?v=1&amp;b=2\">1</a><ul><li>2</li></ul></li></ul></nav>"
                    + "<main id=\"m\"><h1>t</h1><p>a<br><code>b</code><strong><em>c</em></strong> &lt;</p><h2 id=\"h\">u</h2>"
                    + "<div class=\"step\"><pre><code>x <span>y</span></code></pre></div><img src=\"a.png\" alt=\"\">"
                    + "<table><thead><tr><th>a</th></tr></thead>\n<tbody><tr><td><code>b</code></td></tr></tbody></table>"
                    + "<dl><dt>a</dt><dd><p>b</p></dd></dl><ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>"
                    + "<details><summary>s</summary><label><input type=\"checkbox\" disabled> i</label><hr></details>"
                    + "<noscript><p>n</p></noscript><script type=\"application/json\">{\"a\": 1}</script></main>";

    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|&[^;]*;|[^<&]+");

    private static boolean reads(String html) {
        return StrictReader.read(html, tag -> {});
    }

    @Test
    void readsWhatPagesAreMadeOf() {
        assertTrue(reads(PAGE.formatted(TEXT)));
        PageAudit audit = PageAudit.of("a.html", PAGE.formatted(TEXT));
        assertEquals(List.of(), audit.problems());
        assertTrue(audit.links().contains("a.html?v=1&b=2"), audit.links()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a",
                "<p>a</b></p>",
                "<p><b>a</p></b>",
                "<p><div>a</div></p>",
                "<p><span><ul></ul></span></p>",
                "<a><span><a>x</a></span></a>",
                "<li>a</li>",
                "<table>a</table>",
                "<table><tr><td>a</td></tr></table>",
                "<p id=a>x</p>",
                "<p id=\"a\" id=\"b\">x</p>",
                "<p id=\"a\"class=\"b\">x</p>",
                "<P>x</P>",
                "<br/>",
                "a & b",
                "&unknown;",
                "\u0000",
                "<!-- a -->",
                "<svg></svg>",
                "<h2><h3>a</h3></h2>",
                "<script>\"<!--\"</script>",
                "<script>",
                "<title>a</title>",
                "</body>",
                "<",
            })
    void leavesTheRestToAParser(String html) {
        assertFalse(reads(PAGE.formatted(html)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html>", "<!doctype html><html></html>", "<p>a</p>", "<!doctype html>a"})
    void aPageHasAFrame(String html) {
        assertFalse(reads(html));
    }

    /** Pages with parts left out, doubled, moved and put elsewhere: the strict reader may only ever say what a parser says. */
    @Test
    void neverSaysAnythingElseThanAParser() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 5000; i++) {
            String html = changed(PAGE.formatted(TEXT), random);
            read += reads(html) ? 1 : 0;
            PageAudit one = PageAudit.of("a.html", html);
            PageAudit other = PageAudit.parsed("a.html", html);
            assertEquals(other.problems(), one.problems(), html);
            assertEquals(other.ids(), one.ids(), html);
            assertEquals(other.links(), one.links(), html);
        }
        assertTrue(read > 500, "read " + read);
    }

    private static String changed(String html, Random random) {
        List<String> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(html); matcher.find(); ) {
            tokens.add(matcher.group());
        }
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(tokens.size());
            int to = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(to, tokens.get(at));
                case 2 -> tokens.add(to, tokens.remove(at));
                case 3 -> moveElement(tokens, at, to);
                default -> {
                    String token = tokens.get(at);
                    int cut = random.nextInt(token.length());
                    tokens.set(at, token.substring(0, cut) + token.substring(cut + 1));
                }
            }
        }
        return String.join("", tokens);
    }

    /** A start tag and all up to the next end tag of its name: most often a whole element. */
    private static void moveElement(List<String> tokens, int at, int to) {
        Matcher name = Pattern.compile("<([a-z0-9]+).*").matcher(tokens.get(at));
        if (!name.matches()) {
            return;
        }
        int end = at;
        while (end < tokens.size() - 1 && !tokens.get(end).equals("</" + name.group(1) + ">")) {
            end++;
        }
        List<String> element = new ArrayList<>(tokens.subList(at, end + 1));
        tokens.subList(at, end + 1).clear();
        tokens.addAll(Math.min(to, tokens.size()), element);
    }
}
