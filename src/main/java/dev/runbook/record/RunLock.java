package dev.runbook.record;

import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.OutcomeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That one runbook is carried out on one host by one run at a time, as far as this user's runs from this machine go. The
 * system lets go of it when the process ends, however it ends.
 */
public final class RunLock implements AutoCloseable {
    /**
     * Those of this process. The system's locks are a process's: a second one here would not be refused, and to close its
     * file would let go of the first.
     */
    private static final Map<Path, Holder> HERE = new ConcurrentHashMap<>();

    /** How often, and how long apart, the holder's file is read while the holder may be writing it. */
    private static final int READS = 20;

    private static final int READ_AGAIN_MILLIS = 5;
    private static final int MAX_CONTENT = 4096;

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Who carries a runbook out. */
    public record Holder(String run, long pid, String user, Instant started) {
        public static Holder of(RunHeader header) {
            return new Holder(
                    header.run(), header.operator().pid(), header.operator().user(), header.started());
        }
    }

    /**
     * Takes the lock for as long as it is not closed.
     *
     * @param host the machine that the steps are run on
     * @throws RunLockedException if another run has it
     */
    public static RunLock take(RunStore store, RunbookId runbook, String host, Holder holder)
            throws RunLockedException, IOException {
        Path file = store.locks().resolve(key(host, runbook) + ".lock").toAbsolutePath();
        Holder here = HERE.putIfAbsent(file, holder);
        if (here != null) {
            throw new RunLockedException(file, Optional.of(here));
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new RunLockedException(file, other(channel));
            }
            write(channel, holder);
            taken = true;
            return new RunLock(file, channel);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HERE.remove(file);
            }
        }
    }

    /** Lets go. The file stays: to delete it could give two runs a lock each, on the old file and on a new one. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HERE.remove(file);
        }
    }

    private static void write(FileChannel channel, Holder holder) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", holder.run());
        fields.put("pid", holder.pid());
        fields.put("user", holder.user());
        fields.put("started", holder.started());
        ByteBuffer bytes = ByteBuffer.wrap(Json.compact(fields).getBytes(StandardCharsets.UTF_8));
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    private static Optional<Holder> other(FileChannel channel) throws IOException {
        for (int i = 0; i < READS; i++) {
            ByteBuffer bytes = ByteBuffer.allocate(MAX_CONTENT);
            channel.read(bytes, 0);
            Optional<Holder> holder = holder(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
            // What a run that was killed left stands there until its successor writes.
            if (holder.filter(h -> ProcessHandle.of(h.pid()).isPresent()).isPresent()) {
                return holder;
            }
            try {
                Thread.sleep(READ_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Holder> holder(String text) {
        try {
            JsonObject fields = JsonObject.of(Json.read(text));
            return Optional.of(new Holder(
                    fields.text("run"),
                    fields.number("pid"),
                    fields.text("user"),
                    OutcomeReader.instant(fields, "started")));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** A name that any file system takes. */
    private static String key(String host, RunbookId runbook) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((host + "\n" + runbook).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
