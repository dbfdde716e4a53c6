package dev.runbook.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files below a folder have changed. Changes that come within a few milliseconds of each other are told
 * together: an editor that saves by writing aside and renaming makes three of one.
 */
public final class FolderWatcher implements AutoCloseable {
    /** What to tell where the system lost count of what changed: everything may have. */
    public static final String EVERYTHING = "";

    private static final long QUIET_MILLIS = 12;
    private static final long CLOSE_MILLIS = 2000;

    private final Path folder;
    private final WatchService service;
    private final Consumer<Set<String>> changed;
    private final Thread thread;

    /**
     * Begins to watch.
     *
     * @param changed gets paths relative to the folder, with {@code /}
     */
    public FolderWatcher(Path folder, Consumer<Set<String>> changed) throws IOException {
        this.folder = folder;
        this.changed = changed;
        this.service = folder.getFileSystem().newWatchService();
        try {
            register(folder, null);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
        this.thread = new Thread(this::watch, "runbook-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches a folder and all below it; names the files in them where {@code found} is given. */
    private void register(Path start, @Nullable Set<String> found) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.equals(folder) && isIgnored(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directory.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (found != null && !isIgnored(file)) {
                    found.add(relative(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Hidden files and the copies that editors keep beside the file that is edited. */
    private static boolean isIgnored(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~") || name.startsWith("#") || name.equals("4913");
    }

    private String relative(Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private void watch() {
        try {
            while (true) {
                TreeSet<String> paths = new TreeSet<>();
                collect(service.take(), paths);
                WatchKey more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                while (more != null) {
                    collect(more, paths);
                    more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                }
                if (!paths.isEmpty()) {
                    changed.accept(paths);
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            // The server is being closed.
        }
    }

    private void collect(WatchKey key, Set<String> paths) {
        Path directory = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                paths.add(EVERYTHING);
                continue;
            }
            Path path = directory.resolve((Path) event.context());
            if (isIgnored(path)) {
                continue;
            }
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
                    try {
                        register(path, paths);
                    } catch (IOException vanished) {
                        paths.add(EVERYTHING);
                    }
                }
            } else {
                paths.add(relative(path));
            }
        }
        if (!key.reset()) {
            paths.add(EVERYTHING);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
            thread.join(CLOSE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
