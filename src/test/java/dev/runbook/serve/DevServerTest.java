package dev.runbook.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.JudgeResults;
import dev.runbook.app.SampleResults;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Results;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevServerTest {
    private static final String REDIS = "---\ntitle: Redis のメモリ\n---\n\n## 見る {#look}\n\n空きメモリを見ます。\n";
    private static final String VERIFIED = REDIS + "\n```bash {#free .exec}\nfree -m\n```\n";
    private static final String REDIS_EN =
            "---\ntitle: Memory of Redis\n---\n\n## Look {#look}\n\nLook at free memory.\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Listener listener = new Listener();

    @TempDir
    Path temp;

    private Path folder;
    private DevServer server;

    private static final class Listener implements ServeListener {
        final BlockingQueue<List<Diagnostic>> edits = new LinkedBlockingQueue<>();
        final BlockingQueue<List<Diagnostic>> elsewhere = new LinkedBlockingQueue<>();

        @Override
        public void changed(
                List<String> files,
                Duration taken,
                List<Diagnostic> diagnostics,
                Function<String, Optional<SourceFile>> sources) {
            edits.add(diagnostics);
        }

        @Override
        public void brokenElsewhere(List<Diagnostic> diagnostics, Function<String, Optional<SourceFile>> sources) {
            elsewhere.add(diagnostics);
        }
    }

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(temp.resolve("handbook"));
        write("cache/redis.md", REDIS);
        write("cache/redis.en.md", REDIS_EN);
        write("cache/index.md", "---\ntitle: キャッシュ\n---\n\n[Redis](redis.md#look)\n");
        write("cache/memory.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(temp.resolve("secret.txt"), "outside");
        server = DevServer.start(
                folder, 0, JteTheme::of, Map.of(), handbook -> Optional.empty(), listener, Progress.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void awaitPage(String path, String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!get(path).body().contains(text)) {
            assertTrue(System.nanoTime() < deadline, path + " never showed " + text);
            Thread.sleep(20);
        }
    }

    private String panel(String page) throws IOException, InterruptedException {
        return get("_live/diagnostics?page=" + page).body();
    }

    @Test
    void theSearchFollowsEdits() throws Exception {
        String before = get("search/index.js").body();
        assertEquals(before, get("search/index.js").body());
        write("cache/redis.md", REDIS.replace("空きメモリを見ます", "断片化を調べます"));
        awaitPage("cache/redis.html", "断片化を調べます");
        assertNotEquals(before, get("search/index.js").body());
        assertEquals(404, get("search/t0.js").statusCode());
    }

    @Test
    void anEditOfTheHandbooksOwnThemeShowsAndAWrongOneLeavesTheLast() throws Exception {
        String head = "@import dev.runbook.site.theme.Page\n@param Page page\n";
        write("theme/templates/footer.jte", head + "<footer>first</footer>\n");
        awaitPage("cache/redis.html", "<footer>first</footer>");
        write("theme/templates/footer.jte", head + "<footer>${page.nope()}</footer>\n");
        List<Diagnostic> found = listener.elsewhere.poll(20, TimeUnit.SECONDS);
        assertEquals(
                List.of("theme-template-wrong theme/templates/footer.jte:3"),
                found.stream()
                        .map(d -> d.code().id() + " " + d.span().file() + ":"
                                + d.span().startLine())
                        .toList());
        assertTrue(get("cache/redis.html").body().contains("<footer>first</footer>"));
        write("theme/templates/footer.jte", head + "<footer>${page.frame().title().substring(999)}</footer>\n");
        awaitPage("cache/redis.html", "theme-render-failed");
        assertEquals(500, get("en/cache/redis.html").statusCode());
        write("theme/templates/footer.jte", head + "<footer>second</footer>\n");
        awaitPage("cache/redis.html", "<footer>second</footer>");
        assertEquals(404, get("theme/templates/footer.jte").statusCode());
    }

    @Test
    void servesPagesInBothLanguagesAndFiles() throws Exception {
        HttpResponse<String> japanese = get("cache/redis.html");
        assertEquals(200, japanese.statusCode());
        assertTrue(japanese.body().contains("空きメモリを見ます"), japanese.body());
        assertTrue(japanese.body().contains("/_live/live.js"), "the page does not follow edits");
        assertTrue(get("en/cache/redis.html").body().contains("Look at free memory"));
        assertEquals(
                "image/svg+xml",
                get("cache/memory.svg").headers().firstValue("Content-Type").orElse(""));
        assertEquals(200, get("").statusCode());
        assertEquals(200, get("_live/live.css").statusCode());
        assertEquals(404, get("_live/other").statusCode());
        assertEquals(404, get("cache/nothing.html").statusCode());
        assertEquals("/cache/", get("cache").headers().firstValue("Location").orElse(""));
    }

    @Test
    void showsAnEditInThePageThatItTouches() throws Exception {
        try (Events events = new Events(client, server.address())) {
            assertTrue(String.valueOf(events.next()).startsWith("hello "));
            write("cache/redis.md", REDIS.replace("空きメモリ", "使用量"));
            assertEquals("changed [\"cache/redis.html\",\"en/cache/redis.html\"]", events.next());
            assertTrue(get("cache/redis.html").body().contains("使用量を見ます"));
            write("cache/redis.md", REDIS.replace("Redis のメモリ", "Redis の上限"));
            assertEquals("changed null", events.next(), "a title stands on other pages too");
            assertTrue(get("cache/index.html").body().contains("Redis の上限"));
        }
    }

    @Test
    void aBlockThatIsEditedIsNotVerifiedAnyMore() throws Exception {
        server.close();
        write("cache/redis.md", VERIFIED);
        Handbook handbook = new HandbookReader(folder).read(Progress.NONE).value();
        Results results = SampleResults.passed(handbook, new RunbookId("cache/redis"), Instant.EPOCH);
        JudgeResults judge = new JudgeResults(folder, results, Instant.EPOCH);
        server = DevServer.start(
                folder, 0, JteTheme::of, Map.of(), h -> Optional.of(judge.of(h)), listener, Progress.NONE);
        assertTrue(get("cache/index.html").body().contains("badge-passed"));
        try (Events events = new Events(client, server.address())) {
            events.next();
            write("cache/redis.md", VERIFIED.replace("free -m", "free -g"));
            assertEquals("changed null", events.next(), "lists show badges too");
            assertTrue(get("cache/redis.html").body().contains("proof-stale"));
            assertTrue(get("cache/index.html").body().contains("badge-stale"));
            assertFalse(get("cache/index.html").body().contains("badge-passed"));
        }
    }

    @Test
    void keepsTheLastGoodPageUnderABrokenEdit() throws Exception {
        try (Events events = new Events(client, server.address())) {
            events.next();
            assertEquals("", panel("cache/redis.html"));
            write("cache/redis.md", REDIS + "\n```bash {#look2 .exec timeout=soon}\ntrue\n```\n");
            assertEquals("broken [\"cache/redis.html\",\"en/cache/redis.html\"]", events.next());
            assertTrue(get("cache/redis.html").body().contains("空きメモリを見ます"));
            assertFalse(get("cache/redis.html").body().contains("look2"));
            assertTrue(panel("cache/redis.html").contains("timeout"), panel("cache/redis.html"));
            assertTrue(panel("cache/redis.html").contains("最後に正しかった"));
            assertTrue(panel("en/cache/redis.html").contains("last good"));
            List<Diagnostic> said = listener.edits.poll(10, TimeUnit.SECONDS);
            assertNotNull(said);
            assertTrue(said.stream().anyMatch(Diagnostic::isError), "nothing said in the terminal");

            String mended = "\n```bash {#look2 .exec timeout=2m}\ntrue\n```\n";
            write("cache/redis.en.md", REDIS_EN + mended);
            write("cache/redis.md", REDIS + mended);
            awaitPage("cache/redis.html", "look2");
            assertEquals("", panel("cache/redis.html"));
        }
    }

    @Test
    void followsPagesThatComeAndGo() throws Exception {
        try (Events events = new Events(client, server.address())) {
            events.next();
            write("database/backup.md", "---\ntitle: バックアップ\n---\n\n本文\n");
            assertEquals("changed null", events.next());
            assertEquals(200, get("database/backup.html").statusCode());
            Files.delete(folder.resolve("cache/redis.md"));
            Files.delete(folder.resolve("cache/redis.en.md"));
            assertEquals("changed null", events.next());
            assertEquals(404, get("cache/redis.html").statusCode());
            List<Diagnostic> broken = listener.elsewhere.poll(10, TimeUnit.SECONDS);
            assertNotNull(broken, "the link that leads nowhere now was not reported");
            assertEquals("cache/index.md", broken.get(0).span().file());
        }
    }

    @Test
    void readsTheConfigurationAgain() throws Exception {
        try (Events events = new Events(client, server.address())) {
            events.next();
            write("handbook.yml", "title: 夜の手引き\n");
            assertEquals("changed null", events.next());
            assertTrue(get("").body().contains("夜の手引き"));
            write("cache/.redis.md.swp", "an editor's own file");
            assertTrue(events.isQuiet(), "an editor's own file was taken for a change");
        }
    }

    @Test
    void servesNothingFromOutside() throws Exception {
        Files.createSymbolicLink(folder.resolve("cache/link.txt"), temp.resolve("secret.txt"));
        for (String path : List.of("../secret.txt", "cache/../../secret.txt", "%2e%2e/secret.txt", "cache/link.txt")) {
            assertFalse(raw("GET /" + path, "localhost").contains("outside"), path);
        }
    }

    @Test
    void answersThisMachinesNamesAlone() throws Exception {
        assertTrue(raw("GET /", "localhost:1").startsWith("HTTP/1.1 200"));
        assertTrue(raw("GET /", "[::1]:8030").startsWith("HTTP/1.1 200"));
        assertTrue(raw("GET /", "rebound.example").startsWith("HTTP/1.1 403"));
        assertTrue(raw("POST /", "localhost").startsWith("HTTP/1.1 405"));
        assertEquals("127.0.0.1", server.address().getHost());
    }

    /** One request as it stands, without a client's own ideas of paths and names. */
    private String raw(String request, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            String text = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        int port = server.address().getPort();
        assertThrows(
                BindException.class,
                () -> DevServer.start(
                                folder,
                                port,
                                JteTheme::of,
                                Map.of(),
                                handbook -> Optional.empty(),
                                listener,
                                Progress.NONE)
                        .close());
        server.close();
        DevServer again = DevServer.start(
                folder, port, JteTheme::of, Map.of(), handbook -> Optional.empty(), listener, Progress.NONE);
        again.close();
        boolean alive = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("runbook-watch") && t.isAlive());
        assertFalse(alive, "a watcher is still there");
    }
}
