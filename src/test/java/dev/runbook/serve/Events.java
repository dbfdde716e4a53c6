package dev.runbook.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Listens to the server's events as an open page does. */
final class Events implements AutoCloseable {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final InputStream body;
    private final BufferedReader reader;
    private final Thread thread;

    Events(HttpClient client, URI address) throws IOException, InterruptedException {
        var response = client.send(
                HttpRequest.newBuilder(address.resolve("_live/events")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        body = response.body();
        reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        thread = new Thread(this::read, "events");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        String event = "";
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    received.add(event + " " + line.substring("data: ".length()));
                }
            }
        } catch (IOException closed) {
            // The server or the test has ended.
        }
    }

    /** The next event as {@code name data}; null where none comes within ten seconds. */
    @Nullable String next() throws InterruptedException {
        return received.poll(10, TimeUnit.SECONDS);
    }

    /** Whether nothing more comes within half a second. */
    boolean isQuiet() throws InterruptedException {
        return received.poll(500, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() throws IOException {
        // Not the reader: its lock is held by the thread that waits for the next line.
        body.close();
        thread.interrupt();
    }
}
