package dev.runbook.record;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A journal's file: lines are gathered, then written and forced onto the disk at once. Not for several threads.
 *
 * <p>Why not a {@code FileChannel}: it is closed when a thread that writes is interrupted, and then the run would go on
 * unrecorded.
 */
final class JournalFile implements AutoCloseable {
    private final Path path;
    private final FileOutputStream out;
    private final Chain chain = new Chain();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** Appends to a file that is there. */
    JournalFile(Path path) throws IOException {
        this.path = path;
        this.out = new FileOutputStream(path.toFile(), true);
    }

    void add(Map<String, Object> fields) {
        pending.writeBytes(chain.next(fields));
    }

    int pendingBytes() {
        return pending.size();
    }

    /**
     * Puts what was added onto the disk.
     *
     * @throws JournalException if it may not be there; the file must then not be used any more
     */
    void force() {
        if (pending.size() == 0) {
            return;
        }
        try {
            pending.writeTo(out);
            out.getFD().sync();
        } catch (IOException e) {
            throw new JournalException(path, e);
        }
        pending.reset();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
