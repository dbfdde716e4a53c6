package dev.runbook.site.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class JteThemeTest {
    private static final JteTheme THEME = new JteTheme();
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("runbook.ja.html", THEME.runbook(SampleViews.runbook(Language.JA)));
        pages.put("runbook.en.html", THEME.runbook(SampleViews.runbook(Language.EN)));
        pages.put("untranslated.html", THEME.runbook(SampleViews.untranslated()));
        pages.put("prose.html", THEME.runbook(SampleViews.prose()));
        pages.put("front.ja.html", THEME.section(SampleViews.front(Language.JA)));
        pages.put("front.en.html", THEME.section(SampleViews.front(Language.EN)));
        pages.put("empty.html", THEME.section(SampleViews.emptySection()));
        pages.put("not-found.html", THEME.notFound(SampleViews.notFound(Language.JA)));
        pages.put("offline.html", THEME.offline(SampleViews.notFound(Language.EN)));
        for (Language language : Language.values()) {
            String end = "." + language.code() + ".html";
            pages.put("verified" + end, THEME.runbook(SampleProofs.runbook(language)));
            pages.put("verified-front" + end, THEME.section(SampleProofs.front(language)));
            pages.put("status" + end, THEME.status(SampleProofs.status(language)));
        }
        pages.put("status-empty.html", THEME.status(SampleProofs.emptyStatus()));
        return pages;
    }

    private static String page(String name) {
        return PAGES.getOrDefault(name, "");
    }

    @Test
    void pagesAreAsTheGoldenFilesSay() {
        Golden golden = new Golden("theme");
        // The version of an asset changes with every change of a style: not what these files are about.
        PAGES.forEach((name, html) -> golden.check(name, html.replaceAll("\\?v=[0-9a-f]{8}", "?v=00000000")));
        golden.checkNothingElse(PAGES.keySet());
    }

    @Test
    void pagesAreValidHtml() {
        PAGES.forEach((name, html) -> {
            Parser parser = Parser.htmlParser().setTrackErrors(20);
            Document page = parser.parseInput(html, "");
            assertEquals(List.of(), parser.getErrors(), name);
            assertEquals(1, page.select("h1").size(), name);
            assertEquals(1, page.select("main").size(), name);
            assertEquals(
                    page.select("[id]").size(),
                    page.select("[id]").eachAttr("id").stream().distinct().count(),
                    name + ": ids are unique");
            for (Element reference : page.select("[for], [aria-labelledby], [popovertarget]")) {
                String id = reference.attr("for") + reference.attr("aria-labelledby") + reference.attr("popovertarget");
                assertTrue(page.getElementById(id) != null, name + " refers to " + id);
            }
        });
    }

    @Test
    void nothingIsInline() {
        PAGES.forEach((name, html) -> {
            Document page = Jsoup.parse(html);
            assertEquals(
                    0,
                    page.select("style, [style], script:not([src]), [href^=javascript]")
                            .size(),
                    name);
            for (Element element : page.getAllElements()) {
                element.attributes().forEach(a -> assertTrue(!a.getKey().startsWith("on"), name + ": " + a));
            }
            for (Element script : page.select("script")) {
                assertEquals("", script.data(), name);
            }
        });
    }

    @Test
    void pagesReferToAssetsThatExist() {
        Document page = Jsoup.parse(page("runbook.en.html"));
        List<String> addresses = page.select("script[src]").eachAttr("src");
        addresses.addAll(page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        assertEquals(5, addresses.size());
        for (String address : addresses) {
            assertTrue(address.matches("\\.\\./\\.\\./assets/[a-z.]+\\?v=[0-9a-f]{8}"), address);
            String path = address.substring("../../".length(), address.indexOf('?'));
            assertTrue(THEME.assets().containsKey(path), path);
        }
    }

    @Test
    void aLonePageNeedsNoOtherFile() throws Exception {
        Document page = Jsoup.parse(THEME.lone(SampleViews.runbook(Language.JA).alone()));
        assertEquals(
                0,
                page.select("script[src], link:not([href^=data:]), nav.navigation, nav.languages")
                        .size());
        assertEquals(0, page.select("[style]").size());
        String policy = page.select("meta[http-equiv]").attr("content");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'sha256-"), policy);
        assertTrue(!policy.contains("unsafe") && !policy.contains("self"), policy);
        assertEquals(4, page.select("script, style").size());
        for (Element element : page.select("script, style")) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(element.data().getBytes(StandardCharsets.UTF_8));
            String hash = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(policy.contains(hash), element.normalName() + " " + hash);
        }
    }

    @Test
    void textsAreEscaped() {
        String html = page("prose.html");
        assertTrue(html.contains("<h1>Folders &amp; &lt;files&gt;</h1>"), html);
        assertTrue(html.contains("<title>Folders &amp; &lt;files&gt; · Handbook</title>"), html);
    }

    @Test
    void theMainPartSaysItsOwnLanguage() {
        Document page = Jsoup.parse(page("untranslated.html"));
        assertEquals("en", page.select("html").attr("lang"));
        assertEquals("ja", page.select("div.text").attr("lang"));
        assertEquals("en", page.select("#install-package .step-head").attr("lang"));
        Document own = Jsoup.parse(page("runbook.en.html"));
        assertEquals(0, own.select("div.text[lang]").size());
    }

    @Test
    void aStandInIsNamedWhereverAResultIsShown() {
        Document runbook = Jsoup.parse(page("verified.en.html"));
        assertEquals(
                "Failed 2026-11-25 in a stand-in for centos",
                runbook.select(".verification > summary").text());
        assertTrue(runbook.select(".verification .stand-in").text().contains("not on the real system"));
        assertEquals(
                "Changed since 2026-11-25 in a stand-in for centos",
                runbook.select("#step-stale .proof > summary").text());
        assertEquals(
                "Passed 2026-11-25 in centos held only at try 3",
                runbook.select("#step-passed .proof > summary").text());
        assertEquals("2026-11-24T16:02:25Z", runbook.select("#step-passed time").attr("datetime"));
        Document status = Jsoup.parse(page("status.en.html"));
        assertEquals(
                8, status.select("td small:contains(in a stand-in for centos)").size());
        assertEquals(1, status.select(".notice:contains(stand-in)").size());
    }

    @Test
    void aStepThatWasNotRunClaimsNothing() {
        Document runbook = Jsoup.parse(page("verified.en.html"));
        assertEquals("Not run", runbook.select("#step-never .proof").text());
        assertEquals(0, runbook.select("#step-never details, #step-never time").size());
        assertEquals(
                0,
                Jsoup.parse(page("runbook.en.html"))
                        .select(".badge, .status-link")
                        .size());
    }

    @Test
    void durationsAreInWords() {
        assertTrue(page("runbook.ja.html").contains("所要 1 時間30 分")
                || page("runbook.ja.html").contains("所要 1 時間 30 分"));
        assertTrue(page("runbook.en.html").contains("Takes 1 h 30 min"));
        assertTrue(page("untranslated.html").contains("Takes soon"));
    }

    @Test
    void aUsualPageIsSmall() {
        int length = page("runbook.ja.html").length();
        assertTrue(length < 20 * 1024, length + " characters");
    }
}
