package dev.runbook.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What builds that were killed left beside a site: half a new one, or the old one moved aside. */
final class Leftovers {
    /** A folder as young as this may belong to a build that has not locked its marker yet. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Path out;

    Leftovers(Path out) {
        this.out = out;
    }

    /** What the name of a folder beside a site begins with. */
    static String prefix(Path out, String kind) {
        return "." + out.getFileName() + "." + kind + "-";
    }

    /** Puts the old site back where a build was killed between its two renames. */
    void restore() throws IOException {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path old : beside("old")) {
            if (Files.exists(old.resolve(DiskTree.MARKER))) {
                Files.move(old, out);
                return;
            }
        }
    }

    /** Deletes what no living build uses. */
    void remove() throws IOException {
        for (Path old : beside("old")) {
            if (isAbandoned(old)) {
                delete(old);
            }
        }
        for (Path unfinished : beside("new")) {
            if (isAbandoned(unfinished)) {
                delete(unfinished);
            }
        }
    }

    private List<Path> beside(String kind) throws IOException {
        Path parent = out.getParent();
        if (parent == null) {
            return List.of();
        }
        String prefix = prefix(out, kind);
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(p -> String.valueOf(p.getFileName()).startsWith(prefix))
                    .filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        try (FileChannel marker = FileChannel.open(folder.resolve(DiskTree.MARKER), StandardOpenOption.WRITE);
                FileLock lock = marker.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            try {
                return Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(GRACE));
            } catch (NoSuchFileException gone) {
                return false;
            }
        }
    }

    /** Deletes a folder with all that is in it; follows no links. What another build deletes meanwhile is no error. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
