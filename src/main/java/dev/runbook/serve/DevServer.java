package dev.runbook.serve;

import com.sun.net.httpserver.HttpServer;
import dev.runbook.json.Json;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.Site;
import dev.runbook.site.Theme;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Serves a handbook's site on this machine's loopback address and follows the edits. */
public final class DevServer implements AutoCloseable {
    /** So long nothing must have changed before the whole handbook is checked again. */
    private static final long RECHECK_MILLIS = 400;

    private final LiveHandbook handbook;
    private final ServeListener listener;
    private final EventStream events = new EventStream();
    private final ExecutorService requests;
    private final ScheduledExecutorService background;
    private final HttpServer http;
    private final FolderWatcher watcher;
    private @Nullable ScheduledFuture<?> recheck;
    private Set<Diagnostic> known;

    /**
     * Reads the handbook and begins to serve it.
     *
     * @param folder the handbook's
     * @param port 0 for any that is free
     * @param themes the theme of a handbook's folder, as it is at the moment
     * @param lastChanges when source files were last changed, by their path in the handbook; as far as that is known
     * @param verification what there is to say of the verification of a handbook as it is at the moment
     * @throws IOException if the port is taken or the folder cannot be watched; nothing is left running
     */
    public static DevServer start(
            Path folder,
            int port,
            Function<Path, Parsed<Theme>> themes,
            Map<String, LocalDate> lastChanges,
            Function<Handbook, Optional<HandbookStatus>> verification,
            ServeListener listener,
            Progress progress)
            throws IOException {
        Path real = folder.toRealPath();
        // The port first: where it is taken, nobody wants to wait for the handbook to be read.
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            return new DevServer(
                    http, real, new LiveHandbook(real, themes, lastChanges, verification, progress), listener);
        } catch (IOException | RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    private DevServer(HttpServer http, Path folder, LiveHandbook handbook, ServeListener listener) throws IOException {
        this.http = http;
        this.handbook = handbook;
        this.listener = listener;
        this.known = new HashSet<>(handbook.checkAll());
        this.watcher = new FolderWatcher(folder, this::changed);
        this.requests = Executors.newCachedThreadPool(task -> daemon(task, "runbook-http"));
        this.background = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "runbook-check"));
        SiteHandler site = new SiteHandler(handbook);
        http.setExecutor(requests);
        String run = UUID.randomUUID().toString();
        http.createContext("/", Loopback.only(site::serve));
        http.createContext("/_live/", Loopback.only(site::serveOwnFile));
        http.createContext("/_live/diagnostics", Loopback.only(site::serveDiagnostics));
        http.createContext(
                "/_live/events", Loopback.only(exchange -> events.serve(exchange, EventStream.format("hello", run))));
        http.start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The front page's address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** What there is to say about the handbook as it is now. */
    public List<Diagnostic> diagnostics() {
        return handbook.checkAll();
    }

    /** The texts that the diagnostics are about. */
    public Function<String, Optional<SourceFile>> sources() {
        return handbook::source;
    }

    private synchronized void changed(Set<String> files) {
        long start = System.nanoTime();
        LiveHandbook.Update update = handbook.update(files);
        if (update.pages() == null) {
            events.send("changed", "null");
        } else if (!update.pages().isEmpty()) {
            events.send("changed", Json.compact(paths(update.pages())));
        }
        Set<RunbookId> refused = handbook.state().refused().keySet().stream()
                .filter(update.touched()::contains)
                .collect(Collectors.toSet());
        if (!refused.isEmpty()) {
            events.send("broken", Json.compact(paths(refused)));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        List<Diagnostic> diagnostics = handbook.diagnostics(update.touched());
        known.addAll(diagnostics);
        listener.changed(List.copyOf(files), taken, diagnostics, handbook::source);
        if (recheck != null) {
            recheck.cancel(false);
        }
        recheck = background.schedule(this::checkAgain, RECHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The pages' addresses in all languages. */
    private List<String> paths(Collection<RunbookId> ids) {
        Site site = handbook.state().site();
        return ids.stream().flatMap(id -> site.pagesOf(id).stream()).sorted().toList();
    }

    private synchronized void checkAgain() {
        List<Diagnostic> now = handbook.checkAll();
        List<Diagnostic> fresh = now.stream().filter(d -> !known.contains(d)).toList();
        known = new HashSet<>(now);
        if (!fresh.isEmpty()) {
            listener.brokenElsewhere(fresh, handbook::source);
        }
    }

    /** Stops serving and watching; open connections are closed. */
    @Override
    public void close() {
        watcher.close();
        background.shutdownNow();
        http.stop(0);
        requests.shutdownNow();
    }
}
