package dev.runbook.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one build at a time rename the folders of a site: a lock on a file beside the site, which is there only as long as
 * somebody holds it. A killed holder's lock ends with its process.
 */
final class SwapLock {
    /** A file's lock holds between processes; this one between the threads of ours. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private SwapLock() {}

    /** What is done while the lock is held. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** Does something while nobody else renames folders of the site at {@code out}. */
    static <T> T holding(Path out, Action<T> action) throws IOException {
        Path file = out.resolveSibling(Leftovers.prefix(out, "lock") + "0");
        THREADS.lock();
        try {
            while (true) {
                try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    if (isStill(file, channel)) {
                        return run(action, file);
                    }
                }
            }
        } finally {
            THREADS.unlock();
        }
    }

    private static <T> T run(Action<T> action, Path file) throws IOException {
        try {
            return action.run();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whether the locked file is the one at the path: the holder before deletes it while others wait for it. */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        String token = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
