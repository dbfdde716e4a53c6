package dev.runbook.exec.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a program says while it runs, passes it on, and keeps the last of it. */
public final class Said {
    private static final int KEPT = 8192;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    private Said(InputStream from, OutputStream to) {
        // A daemon: a master in the background may hold its end of the pipe open (ssh -v).
        this.reader = new Thread(() -> read(from, to), "runbook-said");
        reader.setDaemon(true);
    }

    public static Said of(InputStream from, OutputStream to) {
        Said said = new Said(from, to);
        said.reader.start();
        return said;
    }

    private void read(InputStream from, OutputStream to) {
        byte[] buffer = new byte[4096];
        try (from) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                keep(buffer, n);
                to.write(buffer, 0, n);
                to.flush();
            }
        } catch (IOException e) {
            // The program is gone, or who listens is: there is no more to pass on.
        }
    }

    private synchronized void keep(byte[] buffer, int length) {
        if (kept.size() + length > KEPT) {
            kept.reset();
        }
        kept.write(buffer, 0, length);
    }

    /** The last line that is not blank. */
    public String lastWords(String otherwise) {
        try {
            reader.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return kept.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((first, second) -> second)
                    .orElse(otherwise);
        }
    }
}
