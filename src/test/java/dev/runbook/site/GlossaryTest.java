package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
    private static final Pattern LINK =
            Pattern.compile("<a class=\"term\" href=\"([^\"]*)\" aria-describedby=\"rb.term-[^\"]*\">([^<]*)</a>");

    @TempDir
    private Path folder;

    @BeforeEach
    void glossary() throws IOException {
        write("glossary/index.md", """
            # 用語集

            ## 連合（フェデレーション） {#federation}

            [ActivityPub](#activitypub) で `follow` を **伝える** こと。

            もう一つの段落。

            ## ActivityPub {#activitypub}

            連合の決まり。

            ## インスタンス {#instance}

            1 つのサーバー。

            ## WAL {#wal}

            記録。

            ## 一覧だけ {#list}

            - 説明がない
            """);
        write("glossary/index.en.md", """
            # Glossary

            ## Federation {#federation}

            How instances talk.

            ## ActivityPub {#activitypub}

            The rules of it.

            ## Instance {#instance}

            One server.

            ## WAL {#wal}

            A log.

            ## Only a list {#list}

            - no meaning
            """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        連合は連合です              | federation 連合
        フェデレーションの話        | federation フェデレーション
        国際連合と連合              | federation 連合
        国際連合だけ                |
        インスタンスタイプ          |
        インスタンスを建てる        | instance インスタンス
        WALと WAL                   | wal WAL
        wal、WALS、/WAL、WAL-G      |
        WAL.txt ではなく WAL.       | wal WAL
        `WAL` と [WAL](b.md) と WAL | wal WAL
        一覧だけ                    |
        ActivityPub・WAL            | activitypub ActivityPub; wal WAL
        &amp;lt; WAL                | wal WAL
        """)
    void aWordIsExplainedWhereItIsFirstUsed(String text, String expected) throws IOException {
        write("a/page.md", "# P\n\n" + text + "\n");
        write("a/b.md", "# B\n");
        assertEquals(expected == null ? "" : expected, links(render("a/page.html")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The instances federate.    | instance instances
        An instance, federation.   | instance instance; federation federation
        Instance or reinstance     | instance Instance
        the only a list            |
        """)
    void englishWordsMayBeSmallAndMany(String text, String expected) throws IOException {
        write("a/page.md", "# P\n\n本文\n");
        write("a/page.en.md", "# P\n\n" + text + "\n");
        assertEquals(expected == null ? "" : expected, links(render("en/a/page.html")));
    }

    @Test
    void theMeaningIsTheFirstParagraphWithoutItsLinks() throws IOException {
        write("page.md", "# P\n\n連合\n");
        String page = render("page.html");
        assertTrue(page.contains("href=\"glossary/index.html#federation\""), page);
        assertTrue(page.contains("ActivityPub で <code>follow</code> を <strong>伝える</strong> こと。"), page);
        assertTrue(!page.contains("もう一つの段落"), page);
    }

    @Test
    void aTranslationIsMissingSoTheTextKeepsItsOwnWords() throws IOException {
        write("page.md", "# P\n\n連合\n");
        String page = render("en/page.html");
        assertTrue(page.contains(">連合</a>") && page.contains("<strong>伝える</strong>"), page);
    }

    @Test
    void theGlossaryItselfAndWhatIsPressedAlreadyStayAsTheyAre() throws IOException {
        write("page.md", "# P\n\n- [ ] WAL を見る\n\n> [!NOTE]\n> WAL\n");
        assertEquals("", links(render("glossary/index.html")));
        String page = render("page.html");
        assertEquals("wal WAL", links(page));
        assertTrue(page.indexOf("class=\"term\"") > page.indexOf("alert-title"), page);
    }

    @Test
    void aLongPathMayBeBrokenBehindASlash() throws IOException {
        write("page.md", "# P\n\n`/etc/nginx/nginx.conf` `a/b` `https://example.org/x`\n\n    /etc/nginx/nginx.conf\n");
        String page = render("page.html");
        assertTrue(page.contains("<code>/etc/<wbr>nginx/<wbr>nginx.conf</code> <code>a/b</code>"), page);
        assertTrue(
                page.contains("https:/<wbr>/example.org/<wbr>x") || page.contains("//<wbr>example.org/<wbr>x"), page);
    }

    @Test
    void withoutAGlossaryNothingIsExplained() throws IOException {
        Files.delete(folder.resolve("glossary/index.en.md"));
        Files.delete(folder.resolve("glossary/index.md"));
        write("page.md", "# P\n\nWAL\n");
        assertEquals("", links(render("page.html")));
    }

    private static String links(String page) {
        List<String> found = LINK.matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1).substring(m.group(1).indexOf('#') + 1) + " " + m.group(2))
                .toList();
        return String.join("; ", found);
    }

    private String render(String path) {
        return new Site(new HandbookReader(folder).read(Progress.NONE).value(), new PlainTheme(), Map.of())
                .render(path)
                .orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(folder.resolve(path + "/..").normalize());
        Files.writeString(file, text);
    }
}
