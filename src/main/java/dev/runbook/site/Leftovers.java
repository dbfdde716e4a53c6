package dev.runbook.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What builds that were killed left beside a site: half a new one, or the old one moved aside. */
final class Leftovers {
    private final Path out;

    Leftovers(Path out) {
        this.out = out;
    }

    /** What the name of a folder beside a site begins with. */
    static String prefix(Path out, String kind) {
        return "." + out.getFileName() + "." + kind + "-";
    }

    /**
     * Puts the old site back where a build was killed between its two renames, and returns what no living build uses, to
     * be deleted. Call it while holding the site's {@link SwapLock}.
     */
    List<Path> discard() throws IOException {
        List<Path> unused = new ArrayList<>(beside("gone"));
        for (Path old : beside("old")) {
            if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
                unused.add(discard(out, old));
            } else {
                Files.move(old, out);
            }
        }
        for (Path unfinished : beside("new")) {
            if (isAbandoned(unfinished)) {
                unused.add(discard(out, unfinished));
            }
        }
        return unused;
    }

    /** Gives a folder a name under which nobody will want it back; while it is deleted, it is not whole. */
    static Path discard(Path out, Path folder) throws IOException {
        return Files.move(folder, DiskTree.sibling(out, "gone"));
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
        if (DiskTree.isOurs(folder)) {
            return false;
        }
        try (FileChannel marker = FileChannel.open(folder.resolve(DiskTree.MARKER), StandardOpenOption.WRITE);
                FileLock lock = marker.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return true;
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
