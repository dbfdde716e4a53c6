package dev.runbook.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;

/** Server-sent events (WHATWG HTML, 9.2) to all open pages. Each connection holds one thread while it lasts. */
final class EventStream {
    /** A browser that falls so far behind is dropped; it reconnects and reloads. */
    private static final int BACKLOG = 64;

    /** A comment now and then, so that a connection whose browser has gone is noticed. */
    private static final long HEARTBEAT_SECONDS = 15;

    private final CopyOnWriteArraySet<BlockingQueue<String>> clients = new CopyOnWriteArraySet<>();

    /** Sends events until the browser goes away or the server is stopped. */
    void serve(HttpExchange exchange, String greeting) throws IOException {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(BACKLOG);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        clients.add(queue);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            write(out, greeting);
            while (clients.contains(queue)) {
                String event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                write(out, event == null ? ": still here\n\n" : event);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(queue);
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Tells every open page.
     *
     * @param data one line
     */
    void send(String event, String data) {
        String text = format(event, data);
        for (BlockingQueue<String> client : clients) {
            if (!client.offer(text)) {
                clients.remove(client);
            }
        }
    }

    static String format(String event, String data) {
        return "event: " + event + "\ndata: " + data + "\n\n";
    }
}
