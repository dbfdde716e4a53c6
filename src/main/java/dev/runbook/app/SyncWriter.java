package dev.runbook.app;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a {@link SyncReport}'s changes, each file whole or not at all. Byte order mark and line ends stay as they are in
 * the file.
 */
public final class SyncWriter {
    private final Path folder;

    /** For the files of a handbook's folder. */
    public SyncWriter(Path folder) {
        this.folder = folder;
    }

    /** Writes all changes; what could not be written, and why. */
    public List<Diagnostic> write(SyncReport report) {
        List<Diagnostic> problems = new ArrayList<>();
        for (SyncReport.Change change : report.changes()) {
            Span span = Span.startOf(change.source().name());
            try {
                if (!write(change)) {
                    problems.add(Diagnostic.of(SyncCode.SYNC_FILE_CHANGED, span));
                }
            } catch (IOException e) {
                String reason =
                        Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
                problems.add(Diagnostic.of(SyncCode.SYNC_WRITE_FAILED, span, reason));
            }
        }
        return problems;
    }

    private boolean write(SyncReport.Change change) throws IOException {
        // The real path, so that a symbolic link stays one.
        Path file = folder.resolve(change.source().name()).toRealPath();
        String raw;
        try {
            raw = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        if (!SourceFile.of("", raw).text().equals(change.source().text())) {
            return false;
        }
        Path folderOfFile = file.toAbsolutePath().getParent();
        Path aside = Files.createTempFile(folderOfFile, ".sync", ".tmp");
        try {
            Files.writeString(aside, SyncEdit.applyToRaw(raw, change.edits()));
            keepPermissions(file, aside);
            move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return true;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
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
