package dev.runbook.exec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A sink that keeps all. */
public final class Recorded implements OutputSink {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stray = new ByteArrayOutputStream();

    @Override
    public void accept(Stream stream, byte[] bytes, int offset, int length) {
        ByteArrayOutputStream to = switch (stream) {
            case OUT -> out;
            case ERR -> err;
            case STRAY -> stray;
        };
        to.write(bytes, offset, length);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public String stray() {
        return stray.toString(StandardCharsets.UTF_8);
    }
}
