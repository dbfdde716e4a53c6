package dev.runbook.app;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that its reader never finds half of it. */
public final class WriteFile {
    private WriteFile() {}

    /**
     * Replaces a file's content, and makes the folders that lead to it. On a failure, a full disk too, what was there is
     * unchanged. What is no regular file (a terminal, a pipe) is written to as it is.
     */
    public static void whole(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || (Files.exists(file) && !Files.isRegularFile(file))) {
            Files.writeString(file, text);
            return;
        }
        // Through a symbolic link: what it leads to is replaced, not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Files.createDirectories(folder);
        Path aside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            // Not a temporary file of Java's, which no other user could read.
            Files.writeString(aside, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            move(aside, target);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
