package dev.runbook.site;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a site goes. {@link #write} and {@link #copy} may be called by several threads at once, never twice for one path;
 * then {@link #commit} exactly once, or never; then {@link #close}. What was not committed leaves no trace.
 */
public interface OutputTree extends AutoCloseable {
    /**
     * Puts a file there.
     *
     * @param path relative, with {@code /}, without {@code .} and {@code ..}
     */
    void write(String path, byte[] content) throws IOException;

    /** Puts a copy of a file there. */
    void copy(String path, Path from) throws IOException;

    /** All is there: the tree takes the place of the one before. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
