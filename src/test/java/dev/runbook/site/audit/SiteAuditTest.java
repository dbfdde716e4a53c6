package dev.runbook.site.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.source.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAuditTest {
    private static final String PAGE = "<!doctype html><html lang=\"ja\"><head><title>t</title></head><body><main>"
            + "<h1>t</h1>%s</main></body></html>";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "DUPLICATE_ID, <p id=\"a\"></p><p id=\"a\"></p>",
                "DEAD_LINK, <a href=\"no.html\">x</a>",
                "DEAD_LINK, <a href=\"../a.html\">x</a>",
                "DEAD_LINK, <a href=\"/other/a.html\">x</a>",
                "DEAD_LINK, <a href=\"a%zz.html\">x</a>",
                "DEAD_LINK, <img src=\"no.png\" alt=\"\">",
                "DEAD_ANCHOR, <a href=\"#no\">x</a>",
                "DEAD_ANCHOR, <a href=\"%E6%97%A5%20/b.html#no\">x</a>",
                "FOREIGN_RESOURCE, <img src=\"https://example.org/a.png\" alt=\"\">",
                "FOREIGN_RESOURCE, <img src=\"//example.org/a.png\" alt=\"\">",
                "FOREIGN_RESOURCE, |<img srcset=\"a.png 1x, http://example.org/a.png 2x\" alt=\"\">|",
                "FOREIGN_RESOURCE, <link rel=\"stylesheet\" href=\"https://example.org/a.css\">",
                "FOREIGN_RESOURCE, <video poster=\"https://example.org/a.png\"></video>",
                "INLINE_CODE, <p style=\"color:red\">x</p>",
                "INLINE_CODE, <style>p{}</style>",
                "INLINE_CODE, <script>x()</script>",
                "INLINE_CODE, <p onclick=\"x()\">x</p>",
                "INLINE_CODE, <a href=\"javascript:x()\">x</a>",
                "INLINE_CODE, <a href=\"&#1;java&#9;script:x()\">x</a>",
                "INLINE_CODE, |<img src=\"data:text/html,x\" alt=\"\">|",
                "INVALID_HTML, <p>a</b></p>",
                "INVALID_HTML, <p title=\"a\" title=\"b\">a</p>",
                "INVALID_HTML, <ul></main>",
                "MAIN_HEADING, <h1>again</h1>",
                "MISSING_ALT, <img src=\"a.png\">",
                "HEADING_ORDER, <h2>a</h2><h4>b</h4>",
            })
    void findsEachProblem(AuditDiagnostic code, String html) {
        assertTrue(audit(html).stream().map(Diagnostic::code).toList().contains(code), () -> html + ": " + audit(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p id=\"b\"></p><a href=\"#b\">x</a><a href=\"#\">top</a>",
                "<p id=\"日本\"></p><a href=\"#%E6%97%A5%E6%9C%AC\">x</a>",
                "<a href=\"a.html\">x</a><a href=\"./a.html\">x</a><a href=\"%E6%97%A5%20/b.html#there\">x</a>",
                "<a href=\"%E6%97%A5%20/../a.html?x=1\">x</a>",
                "<a href=\"/base/a.html\">x</a>",
                "<a href=\"https://example.org/\" rel=\"noopener noreferrer\">x</a><a href=\"mailto:a@example.org\">x</a>",
                "<img src=\"a.png\" alt=\"x\"><img src=\"data:image/png;base64,AA\" alt=\"\">",
                "<script src=\"a.js\"></script><script type=\"application/json\">{}</script>",
                "<h2>a</h2><h3>b</h3><h2>c</h2><h3>d</h3><h4>e</h4>",
                "<ul><li><label><input type=\"checkbox\"> a</label></li></ul><table><tbody><tr><td>a</td></tr></tbody></table>",
                "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby><details><summary>a</summary>b</details>",
            })
    void soundPagesPass(String html) {
        assertEquals(List.of(), audit(html));
    }

    @Test
    void aPageWithoutLanguageIsFound() {
        assertEquals(
                Set.of(AuditDiagnostic.MISSING_LANGUAGE),
                Set.copyOf(auditAll(
                                Map.of(
                                        "a.html",
                                        "<!doctype html><html><head><title>t</title></head><body><main><h1>a</h1></main></body></html>"))
                        .stream()
                        .map(Diagnostic::code)
                        .toList()));
    }

    @Test
    void problemsAreToldAtTheSourceOfThePage() {
        Diagnostic dead = audit("<a href=\"no.html\">x</a>").get(0);
        assertEquals("a.md", dead.span().file());
        assertEquals(List.of("a.html", "no.html"), dead.arguments());
    }

    private static List<Diagnostic> audit(String html) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("a.html", PAGE.formatted(html));
        pages.put("日 /b.html", PAGE.formatted("<p id=\"there\"></p>"));
        return auditAll(pages);
    }

    private static List<Diagnostic> auditAll(Map<String, String> pages) {
        Set<String> files = Set.of("a.png", "a.js", "a.css");
        SiteAudit audit = new SiteAudit(
                p -> pages.containsKey(p) || files.contains(p),
                p -> p.equals("a.html") ? Optional.of("a.md") : Optional.empty(),
                "/base/");
        pages.forEach(audit::page);
        return audit.finish();
    }
}
