package dev.runbook.site;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A folder that holds a site. The new site is written into a folder beside it and takes its place by renaming, so that
 * there is always a whole one, whenever a build ends and however. Two builds at once do not mix: the last one stays.
 *
 * <p>A file {@value #MARKER} in it says that the folder is ours to replace, and while it is locked, that its builder is
 * alive.
 */
public final class DiskTree implements OutputTree {
    /** The file by which a site is known. */
    public static final String MARKER = ".runbook-site";

    private static final String MARKER_TEXT = "Made by runbook build, which replaces this folder as a whole.\n";
    private static final int SWAP_TRIES = 20;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Path out;
    private final Path staging;
    private final FileChannel marker;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private boolean committed;

    private DiskTree(Path out, Path staging, FileChannel marker) {
        this.out = out;
        this.staging = staging;
        this.marker = marker;
    }

    /**
     * Begins a site that will be at {@code out}.
     *
     * @param handbook the handbook's folder, which must not be touched
     * @throws OutputException if {@code out} is something else than a site, an empty folder or nothing
     */
    public static DiskTree open(Path out, Path handbook) throws IOException {
        Path target = resolved(out);
        Path source = resolved(handbook);
        if (target.startsWith(source) || source.startsWith(target)) {
            throw refused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, out, handbook);
        }
        Path parent = target.getParent();
        if (parent == null || (Files.exists(target) && !Files.isDirectory(target))) {
            throw refused(SiteDiagnostic.OUT_NOT_A_FOLDER, out);
        }
        createParent(parent, out);
        new Leftovers(target).restore();
        if (!isReplaceable(target)) {
            throw refused(SiteDiagnostic.OUT_NOT_A_SITE, out);
        }
        new Leftovers(target).remove();
        Path staging = parent.resolve(
                Leftovers.prefix(target, "new") + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet());
        Files.createDirectory(staging);
        FileChannel marker =
                FileChannel.open(staging.resolve(MARKER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        marker.write(StandardCharsets.UTF_8.encode(MARKER_TEXT));
        if (marker.tryLock() == null) {
            throw new IOException("cannot lock " + staging.resolve(MARKER));
        }
        return new DiskTree(target, staging, marker);
    }

    /** The real path, as far as it is there; a site may be reached through a symbolic link. */
    private static Path resolved(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path parent = absolute.getParent();
        return parent == null ? absolute : resolved(parent).resolve(absolute.getFileName());
    }

    private static void createParent(Path parent, Path out) throws IOException {
        try {
            Files.createDirectories(parent);
        } catch (FileAlreadyExistsException e) {
            OutputException refused = refused(SiteDiagnostic.OUT_NOT_A_FOLDER, out);
            refused.addSuppressed(e);
            throw refused;
        }
    }

    /** Looks several times: between two looks, another build may put its site there. */
    private static boolean isReplaceable(Path folder) throws IOException {
        for (int tries = 0; tries < SWAP_TRIES; tries++) {
            if (!Files.exists(folder) || Files.exists(folder.resolve(MARKER))) {
                return true;
            }
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                return true;
            }
        }
        return false;
    }

    private static OutputException refused(SiteDiagnostic code, Path out, Object... arguments) {
        return new OutputException(Diagnostic.of(code, Span.startOf(out.toString()), arguments));
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        Files.write(place(path), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void copy(String path, Path from) throws IOException {
        Files.copy(from, place(path));
    }

    private Path place(String path) throws IOException {
        boolean strange =
                Arrays.stream(path.split("/", -1)).anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals(".."));
        Path place = staging.resolve(path).normalize();
        if (strange || path.equals(MARKER) || !place.startsWith(staging)) {
            throw new IOException("not a path inside a site: " + path);
        }
        Path folder = place.getParent();
        if (folder != null && folders.add(folder)) {
            Files.createDirectories(folder);
        }
        return place;
    }

    @Override
    public void commit() throws IOException {
        for (int tries = 1; !committed; tries++) {
            Path aside = out.resolveSibling(
                    Leftovers.prefix(out, "old") + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet());
            boolean moved = moveAside(aside);
            try {
                Files.move(staging, out);
                committed = true;
            } catch (IOException e) {
                // Another build may have put its site here since: then that one is replaced next.
                if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS) || tries == SWAP_TRIES) {
                    putBack(aside, e);
                    throw e;
                }
            }
            if (moved) {
                Leftovers.delete(aside);
            }
        }
    }

    private boolean moveAside(Path aside) throws IOException {
        if (!isReplaceable(out)) {
            throw refused(SiteDiagnostic.OUT_NOT_A_SITE, out);
        }
        try {
            Files.move(out, aside);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void putBack(Path aside, IOException because) {
        try {
            if (Files.exists(aside) && !Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(aside, out);
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        marker.close();
        if (!committed) {
            Leftovers.delete(staging);
        }
    }
}
