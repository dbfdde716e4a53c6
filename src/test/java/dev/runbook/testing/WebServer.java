package dev.runbook.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Serves files from memory on a free port of this machine's loopback address, until it is closed. */
public final class WebServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean silent;

    /** @param files by path, without a leading slash */
    public WebServer(Map<String, byte[]> files) {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            if (silent) {
                waitForTheEnd();
                return;
            }
            String asked = exchange.getRequestURI().getPath().substring(1);
            String path = asked.isEmpty() || asked.endsWith("/") ? asked + "index.html" : asked;
            byte[] body = files.get(path);
            if (body == null || status != 200) {
                exchange.sendResponseHeaders(status == 200 ? 404 : status, -1);
            } else {
                String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
                if (type != null) {
                    exchange.getResponseHeaders().set("Content-Type", type);
                }
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    /** The address of a file. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** From now on nothing is answered but this status. */
    public void answerAllWith(int newStatus) {
        status = newStatus;
    }

    /** From now on nothing is answered at all. */
    public void fallSilent() {
        silent = true;
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
