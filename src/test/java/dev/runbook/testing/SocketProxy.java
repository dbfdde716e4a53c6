package dev.runbook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port of this machine that leads to a socket in the file system, until it is closed: then all connections break. */
public final class SocketProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocketChannel server;
    private final Path target;
    private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();

    /** Begins to listen. */
    public SocketProxy(Path target) throws IOException {
        this.target = target;
        this.server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start(this::accept);
    }

    public int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "socket-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel from = server.accept();
                open.add(from);
                SocketChannel to = SocketChannel.open(UnixDomainSocketAddress.of(target));
                open.add(to);
                start(() -> copy(from, to));
                start(() -> copy(to, from));
            }
        } catch (IOException closed) {
            // By the test.
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException closed) {
            // One side or the test.
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends every connection, and takes none any more: the engine is gone. */
    public void stop() {
        try {
            server.close();
            for (SocketChannel each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
