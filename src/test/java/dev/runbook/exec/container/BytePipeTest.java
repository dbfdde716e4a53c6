package dev.runbook.exec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BytePipeTest {
    private static final int MORE_THAN_FITS = 1_000_003;

    @Test
    void bytesComeOutAsTheyWentIn() throws Exception {
        BytePipe pipe = new BytePipe();
        byte[] bytes = new byte[MORE_THAN_FITS];
        new Random(1).nextBytes(bytes);
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> readAll(pipe));
        Random random = new Random(2);
        int at = 0;
        while (at < bytes.length) {
            int part = Math.min(bytes.length - at, random.nextInt(100_000));
            pipe.writer.write(bytes, at, part);
            at += part;
        }
        pipe.writer.close();
        assertArrayEquals(bytes, read.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aClosedReaderFailsTheWriterInsteadOfBlockingIt() throws Exception {
        BytePipe pipe = new BytePipe();
        CompletableFuture<IOException> failed = CompletableFuture.supplyAsync(
                () -> assertThrows(IOException.class, () -> pipe.writer.write(new byte[MORE_THAN_FITS])));
        assertEquals(0, pipe.reader.read());
        pipe.reader.close();
        failed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatWasWrittenBeforeTheEndIsStillRead() throws Exception {
        BytePipe pipe = new BytePipe();
        pipe.writer.write(7);
        pipe.end();
        assertEquals(7, pipe.reader.read());
        assertEquals(-1, pipe.reader.read());
    }

    private static byte[] readAll(BytePipe pipe) {
        try {
            return pipe.reader.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
