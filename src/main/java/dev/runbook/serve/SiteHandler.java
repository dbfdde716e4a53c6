package dev.runbook.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import dev.runbook.picture.Drawing;
import dev.runbook.site.ContentTypes;
import dev.runbook.site.Site;
import dev.runbook.site.SitePaths;
import dev.runbook.site.ThemeException;
import dev.runbook.source.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Pages, the theme's files, the handbook's other files, and this package's own. */
final class SiteHandler {
    private static final String HEAD_END = "</head>";
    private static final String LIVE =
            "<link rel=\"stylesheet\" href=\"/_live/live.css\">" + "<script src=\"/_live/live.js\" defer></script>";

    private final LiveHandbook handbook;

    SiteHandler(LiveHandbook handbook) {
        this.handbook = handbook;
    }

    void serve(HttpExchange exchange) throws IOException {
        try {
            page(exchange);
        } catch (ThemeException e) {
            Language language = languageOf(
                    exchange.getRequestURI().getPath().substring(1),
                    handbook.state().handbook().config());
            String panel = DiagnosticPanel.html(List.of(e.diagnostic()), language, false, handbook::source);
            String page = "<!doctype html><html><head><meta charset=\"utf-8\"><title>500</title></head><body>" + panel;
            send(exchange, 500, "text/html; charset=utf-8", live(SitePaths.NOT_FOUND, page));
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        if (path.isEmpty() || path.endsWith("/")) {
            path += "index.html";
        }
        LiveHandbook.State state = handbook.state();
        byte[] file = Site.isSearchFile(path)
                ? state.site().searchFiles().get(path)
                : state.site().files().get(path);
        Supplier<Drawing> picture = state.site().pictures().get(path);
        if (file != null) {
            send(exchange, 200, ContentTypes.of(path), file);
        } else if (picture != null) {
            send(exchange, 200, ContentTypes.of(path), picture.get().png());
        } else if (state.handbook().assets().contains(path)) {
            sendFile(exchange, path);
        } else {
            Optional<String> text = state.site().render(path);
            if (text.isPresent()) {
                send(exchange, 200, ContentTypes.of(path), live(path, text.get()));
            } else if (state.site().render(path + "/index.html").isPresent()) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                send(exchange, 302, "text/plain; charset=utf-8", new byte[0]);
            } else {
                sendNotFound(exchange, state);
            }
        }
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        Optional<Path> file = handbook.file(path);
        if (file.isEmpty()) {
            sendNotFound(exchange, handbook.state());
            return;
        }
        send(exchange, 200, ContentTypes.of(path), Files.readAllBytes(file.get()));
    }

    private void sendNotFound(HttpExchange exchange, LiveHandbook.State state) throws IOException {
        String page = state.site().render(SitePaths.NOT_FOUND).orElse("404\n");
        send(exchange, 404, "text/html; charset=utf-8", live(SitePaths.NOT_FOUND, page));
    }

    private static byte[] live(String path, String text) {
        int at = path.endsWith(".html") ? text.indexOf(HEAD_END) : -1;
        String shown = at < 0 ? text : text.substring(0, at) + LIVE + text.substring(at);
        return shown.getBytes(StandardCharsets.UTF_8);
    }

    void serveOwnFile(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/_live/".length());
        if (!name.equals("live.js") && !name.equals("live.css")) {
            send(exchange, 404, "text/plain; charset=utf-8", new byte[0]);
            return;
        }
        send(exchange, 200, ContentTypes.of(name), resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = SiteHandler.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The diagnostics of {@code ?page=} as HTML in the page's language; empty where there is nothing to say. */
    void serveDiagnostics(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String path = query != null && query.startsWith("page=")
                ? URLDecoder.decode(query.substring("page=".length()), StandardCharsets.UTF_8)
                : "";
        LiveHandbook.State state = handbook.state();
        HandbookConfig config = state.handbook().config();
        String html = state.site()
                .source(path)
                .flatMap(source -> HandbookReader.idOf(source, config))
                .map(id -> panel(id, languageOf(path, config)))
                .orElse("");
        send(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static Language languageOf(String path, HandbookConfig config) {
        return config.languages().stream()
                .filter(language -> path.startsWith(language.code() + "/"))
                .findFirst()
                .orElse(config.primary());
    }

    private String panel(RunbookId id, Language language) {
        List<Diagnostic> diagnostics = handbook.diagnostics(id);
        return DiagnosticPanel.html(
                diagnostics, language, handbook.state().refused().containsKey(id), handbook::source);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", type);
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
