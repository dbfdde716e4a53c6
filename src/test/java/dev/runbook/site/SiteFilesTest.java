package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.source.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SiteFilesTest {
    private static final String ADDRESS = "https://example.org/ops/";

    @TempDir
    private Path folder;

    private final Map<String, LocalDate> changes = new HashMap<>();

    @BeforeEach
    void handbook() throws IOException {
        write("handbook.yml", "title: 手順書 & <運用>\nbase_url: " + ADDRESS + "\n");
        write("db/a b.md", "---\ntitle: 'A & <B>'\ndescription: 説明 & <x>\n---\n");
        write("db/a b.en.md", "---\ntitle: In English\n---\n");
        write("db/old.md", "---\ntitle: 古い [x]\n---\n");
        write("db/unknown.md", "---\ntitle: git の知らない\n---\n");
        changes.put("db/a b.md", LocalDate.of(2026, 11, 20));
        changes.put("db/a b.en.md", LocalDate.of(2026, 11, 21));
        changes.put("db/old.md", LocalDate.of(2020, 1, 2));
    }

    @Test
    void theFeedIsAtomOfThePagesChangedLast() throws Exception {
        Document feed = xml("feed.xml");
        assertEquals("http://www.w3.org/2005/Atom", feed.getDocumentElement().getNamespaceURI());
        assertEquals(List.of("手順書 & <運用>", "A & <B>", "古い [x]"), texts(feed, "title"));
        assertEquals(
                List.of("2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z", "2020-01-02T00:00:00Z"),
                texts(feed, "updated"));
        assertEquals(
                List.of(ADDRESS + "feed.xml", ADDRESS + "db/a%20b.html", ADDRESS + "db/old.html"), texts(feed, "id"));
        assertEquals(List.of("説明 & <x>"), texts(feed, "summary"));
        assertEquals(1, texts(feed, "name").size());
        texts(feed, "updated").forEach(OffsetDateTime::parse);
        for (String address : attributes(feed, "link", "href")) {
            assertTrue(URI.create(address).isAbsolute(), address);
        }
        assertEquals(List.of("手順書 & <運用>", "In English"), texts(xml("en/feed.xml"), "title"));
    }

    @Test
    void theFeedTellsOfFiftyPages() throws Exception {
        for (int i = 0; i < 60; i++) {
            write("db/p%02d.md".formatted(i), "# P\n");
            changes.put("db/p%02d.md".formatted(i), LocalDate.of(2026, 1, 1));
        }
        assertEquals(50, xml("feed.xml").getElementsByTagNameNS("*", "entry").getLength());
    }

    @Test
    void withoutHistoryOrAddressThereIsNoFeed() throws IOException {
        changes.clear();
        assertFalse(site().files().containsKey("feed.xml"));
        changes.put("db/old.md", LocalDate.of(2020, 1, 2));
        write("handbook.yml", "title: x\n");
        assertFalse(site().files().containsKey("feed.xml"));
        assertTrue(site().render("db/old.html").orElseThrow().contains("feed: -"));
    }

    @Test
    void theSitemapNamesEachTranslatedPageWithItsVersions() throws Exception {
        Document map = xml("sitemap.xml");
        List<String> addresses = texts(map, "loc");
        assertEquals(
                Set.of(
                        ADDRESS,
                        ADDRESS + "en/",
                        ADDRESS + "db/",
                        ADDRESS + "en/db/",
                        ADDRESS + "db/a%20b.html",
                        ADDRESS + "en/db/a%20b.html",
                        ADDRESS + "db/old.html",
                        ADDRESS + "db/unknown.html"),
                Set.copyOf(addresses));
        assertEquals(Set.copyOf(addresses).size(), addresses.size());
        assertEquals(List.of("2026-11-20", "2026-11-21", "2020-01-02"), texts(map, "lastmod"));
    }

    @Test
    void theOverviewLinksEveryPage() throws IOException {
        String overview = text("llms.txt");
        assertEquals("""
            # 手順書 & <運用>

            - [手順書 & <運用>](https://example.org/ops/)

            ## Db

            - [Db](https://example.org/ops/db/)
            - [A & <B>](https://example.org/ops/db/a%20b.html): 説明 & <x>
            - [古い \\[x\\]](https://example.org/ops/db/old.html)
            - [git の知らない](https://example.org/ops/db/unknown.html)
            """, overview);
        write("handbook.yml", "title: x\n");
        assertTrue(text("en/llms.txt").contains("\n- [In English](db/a%20b.html)\n"), text("en/llms.txt"));
    }

    @Test
    void everyPageHasAPictureThatIsThere() throws IOException {
        Site site = site();
        assertEquals(
                Set.of(
                        "assets/pictures/en/db/index.png",
                        "assets/pictures/en/index.png",
                        "assets/pictures/ja/db/index.png",
                        "assets/pictures/ja/index.png"),
                site.pictures().keySet());
        assertTrue(site.render("en/db/old.html")
                .orElseThrow()
                .contains("picture: " + ADDRESS + "assets/pictures/en/db/index.png"));
        assertTrue(site.render("index.html")
                .orElseThrow()
                .contains("picture: " + ADDRESS + "assets/pictures/ja/index.png"));
    }

    @Test
    void aHandbookOfManySectionsHasOnePicture() throws IOException {
        for (int i = 0; i < 60; i++) {
            write("s%02d/a.md".formatted(i), "# P\n");
        }
        Site site = site();
        assertEquals(2, site.pictures().size());
        assertTrue(site.render("s01/a.html")
                .orElseThrow()
                .contains("picture: " + ADDRESS + "assets/pictures/ja/index.png"));
    }

    @Test
    void thePagesForNoNetworkAreKeptFromTheBeginning() throws IOException {
        Site site = site();
        assertEquals("worker: [offline.html, en/offline.html]\n", text("sw.js"));
        assertTrue(site.pages().containsAll(List.of("offline.html", "en/offline.html")));
        assertTrue(site.render("en/offline.html").orElseThrow().contains("canonical: -"));
    }

    private String text(String path) {
        return new String(site().files().get(path), StandardCharsets.UTF_8);
    }

    private Document xml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(path).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    private static List<String> attributes(Document document, String name, String attribute) {
        return elements(document, name).stream()
                .map(e -> e.getAttribute(attribute))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private Site site() {
        return new Site(new HandbookReader(folder).read(Progress.NONE).value(), new PlainTheme(), changes);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(folder.resolve(path + "/..").normalize());
        Files.writeString(file, text);
    }
}
