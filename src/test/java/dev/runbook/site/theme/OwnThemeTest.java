package dev.runbook.site.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.site.Theme;
import dev.runbook.site.ThemeException;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Severity;
import dev.runbook.source.Span;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnThemeTest {
    private static final String HEAD = "@import dev.runbook.site.theme.Page\n@param Page page\n";

    private static final Golden GOLDEN = new Golden("own-theme");

    @TempDir
    Path handbook;

    @Test
    void withoutAThemeThePagesAreTheProgramsOwn() {
        Parsed<Theme> theme = JteTheme.of(handbook);
        assertEquals(List.of(), theme.diagnostics());
        assertEquals(
                new JteTheme().runbook(SampleViews.runbook(Language.JA)),
                theme.value().runbook(SampleViews.runbook(Language.JA)));
    }

    @Test
    void aTemplateTakesThePlaceOfOneThatOthersCall() throws IOException {
        write(
                "templates/footer.jte",
                HEAD + "<footer>${page.frame().title()} &amp; us: @template.motto(words = \"hi\")</footer>\n");
        write("templates/motto.jte", "@param String words\n<b>${words}</b>\n");
        Theme theme = theme();
        for (String page : List.of(
                theme.runbook(SampleViews.runbook(Language.EN)),
                theme.section(SampleViews.front(Language.EN)),
                theme.status(SampleProofs.status(Language.EN)),
                theme.notFound(SampleViews.notFound(Language.EN)),
                theme.offline(SampleViews.notFound(Language.EN)))) {
            assertTrue(Jsoup.parse(page).select("footer").text().endsWith("& us: hi"), page);
        }
        String own = theme.runbook(SampleViews.runbook(Language.JA));
        String builtIn = new JteTheme().runbook(SampleViews.runbook(Language.JA));
        assertEquals(
                Jsoup.parse(builtIn).select("main .text").outerHtml(),
                Jsoup.parse(own).select("main .text").outerHtml());
    }

    @Test
    void aPartThatIsChosenByNameIsReplacedToo() throws IOException {
        write(
                "templates/part/listing.jte",
                "@import dev.runbook.site.view.Part\n" + HEAD
                        + "@param Part.ListingView part\n<p class=\"mine\"></p>\n");
        assertFalse(Jsoup.parse(theme().runbook(SampleViews.runbook(Language.EN)))
                .select("p.mine")
                .isEmpty());
    }

    @Test
    void filesTakeThePlaceOfThoseOfTheirNameAndOthersAreAdded() throws IOException {
        write("static/css/dark.css", ":root { --own-dark: 1; }\n");
        write("static/brand.css", ":root { --brand: 1; }\n");
        write("static/brand.js", "runbook.brand = 1;\n");
        write("static/favicon.svg", "<svg/>");
        write("static/js/worker/worker.js", "own();\n");
        write("static/img/logo.svg", "<svg id=\"logo\"/>");
        write("templates/title.jte", HEAD + "<img alt=\"\" src=\"${page.asset(\"img/logo.svg\")}\">\n");
        Theme theme = theme();
        assertEquals(":root { --own-dark: 1; }\n", asset(theme, "assets/dark.css"));
        assertEquals(
                asset(new JteTheme(), "assets/site.css") + ":root { --brand: 1; }\n", asset(theme, "assets/site.css"));
        assertTrue(asset(theme, "assets/site.js").endsWith("runbook.brand = 1;\n"));
        assertEquals("<svg/>", asset(theme, "assets/favicon.svg"));
        assertTrue(new String(theme.worker(List.of()), StandardCharsets.UTF_8).endsWith("];\nown();\n"));
        assertTrue(theme.lone(SampleViews.runbook(Language.JA)).contains("--brand"));
        String page = theme.runbook(SampleViews.runbook(Language.JA));
        String address = Jsoup.parse(page).select("img[alt='']").attr("src");
        assertTrue(address.matches("\\.\\./assets/img/logo\\.svg\\?v=[0-9a-f]{8}"), address);
        assertEquals("<svg id=\"logo\"/>", asset(theme, "assets/img/logo.svg"));
    }

    @Test
    void whatAStyleLoadsIsInsideAPageThatStandsAlone() throws IOException {
        write("static/img/a b.svg", "<svg id='a'/>");
        write("static/fonts/own.woff2", "font");
        write("static/own.css", """
                /* url(img/comment.svg) */
                @font-face { src: url( 'fonts/own.woff2' ) format("woff2"); }
                .a { background: URL(./img/../img/a%20b.svg#x), url("img/a b.svg"), url(favicon.svg); }
                .b { content: "url(no/address.svg)"; mask: url(#mask), url("data:image/gif;base64,R0lG"); }
                """);
        write("static/css/dark.css", ":root { --dark: url(img/a\\ b.svg) }\n");
        write(
                "templates/part/box.jte",
                "@import dev.runbook.site.view.Part\n" + HEAD
                        + "@param Part.Box part\n<img alt=\"\" src=\"${page.asset(\"img/a b.svg\")}\">\n");
        Theme theme = theme();
        String site = asset(theme, "assets/site.css");
        assertTrue(site.matches("(?s).*url\\(\"fonts/own\\.woff2\\?v=[0-9a-f]{8}\"\\) format.*"), site);
        assertTrue(site.matches("(?s).*url\\(\"img/a%20b\\.svg\\?v=[0-9a-f]{8}#x\"\\), url\\(\"img/a%20b.*"), site);
        String picture = "data:image/svg+xml;base64,PHN2ZyBpZD0nYScvPg==";
        Document page = Jsoup.parse(theme.lone(SampleViews.runbook(Language.JA)));
        String alone = page.select("style").get(0).data();
        assertTrue(alone.contains("url(\"data:font/woff2;base64,Zm9udA==\") format"), alone);
        assertTrue(
                alone.contains("url(\"" + picture + "#x\"), url(\"" + picture + "\"), url(\"data:image/svg+xml;"),
                alone);
        assertTrue(alone.contains("/* url(img/comment.svg) */"), alone);
        assertTrue(
                alone.contains("\"url(no/address.svg)\"; mask: url(#mask), url(\"data:image/gif;base64,R0lG\")"),
                alone);
        assertTrue(page.select("style").get(1).data().contains("url(\"" + picture + "\")"));
        assertEquals(picture, page.select("main img[alt='']").attr("src"));
        assertTrue(page.select("meta[http-equiv]").attr("content").contains("font-src data:"));
    }

    @Test
    void aTextIsReplacedInItsLanguageAlone() throws IOException {
        write("texts_ja.properties", "skip=本文へ飛ぶ\njs.copied=写しました\n");
        Theme theme = theme();
        assertEquals("本文へ飛ぶ", theme.text(Language.JA, "skip"));
        assertEquals(new JteTheme().text(Language.EN, "skip"), theme.text(Language.EN, "skip"));
        assertTrue(theme.runbook(SampleViews.runbook(Language.JA)).contains("本文へ飛ぶ"));
        assertTrue(asset(theme, "assets/site.js").contains("写しました"));
    }

    @Test
    void whatIsWrongIsSaidAtItsLine() throws IOException {
        write("templates/header.jte", HEAD + "<header>\n${page.nope()}\n</header>\n");
        write("templates/footer.jte", HEAD + "\n@if(page == null)\n<p></p>\n");
        write("templates/title.jte", HEAD + "@template.part.nowhere(page = page)\n");
        write("templates/badge.jte", "<p>no parameters</p>\n");
        write("texts_en.properties", "# ours\n\nskipp = Skip\n");
        write("texts_ja.properties", "skip.x=1\nskip=\\uZZZZ\n");
        write("templates/notes.txt", "?");
        write("templates/.header.jte.swp", "?");
        write("static/own.css", """
                @import url("https://example.org/a.css") screen;
                /* 図 */ .a { background: url(../logo.svg), url(https://example.org/a.png) }
                .b { background: url( "img/gone.svg?v=1#x" ), url(own.css), url(data:,) }
                """);
        Parsed<Theme> theme = JteTheme.of(handbook);
        assertEquals(
                new JteTheme().runbook(SampleViews.runbook(Language.JA)),
                theme.value().runbook(SampleViews.runbook(Language.JA)));
        List<Diagnostic> all = new ArrayList<>(theme.diagnostics());
        all.add(failedRendering());
        all.add(TemplateErrors.noCompiler());
        all.add(Diagnostic.of(
                ThemeCode.THEME_UNREADABLE,
                Span.startOf("theme/static/a.css"),
                "java.nio.file.AccessDeniedException: a.css"));
        Set<ThemeCode> shown = EnumSet.noneOf(ThemeCode.class);
        all.forEach(d -> shown.add((ThemeCode) d.code()));
        assertEquals(EnumSet.allOf(ThemeCode.class), shown);
        for (Language language : Language.values()) {
            StringBuilder text = new StringBuilder();
            for (Diagnostic diagnostic : all) {
                text.append(diagnostic.span().file())
                        .append(':')
                        .append(diagnostic.span().startLine())
                        .append(':')
                        .append(diagnostic.span().startColumn())
                        .append(": ")
                        .append(diagnostic.severity() == Severity.ERROR ? "" : "(warning) ")
                        .append(diagnostic.message(language))
                        .append("\n  ")
                        .append(diagnostic.hint(language))
                        .append('\n');
            }
            GOLDEN.check("problems." + language.code() + ".txt", text.toString());
        }
    }

    private Diagnostic failedRendering() throws IOException {
        Path other = Files.createDirectory(handbook.resolve("other"));
        Path template = other.resolve("theme/templates/title.jte");
        Files.createDirectories(template.getParent());
        Files.writeString(template, HEAD + "<h1>\n${page.frame().title().substring(1000)}</h1>\n");
        Theme theme = JteTheme.of(other).value();
        ThemeException failed =
                assertThrows(ThemeException.class, () -> theme.runbook(SampleViews.runbook(Language.EN)));
        return failed.diagnostic();
    }

    private Theme theme() {
        Parsed<Theme> theme = JteTheme.of(handbook);
        assertEquals(List.of(), theme.diagnostics());
        return theme.value();
    }

    private void write(String file, String text) throws IOException {
        Path path = handbook.resolve("theme").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String asset(Theme theme, String path) {
        return new String(theme.assets().get(path), StandardCharsets.UTF_8);
    }
}
