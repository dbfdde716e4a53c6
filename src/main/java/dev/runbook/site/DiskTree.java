package dev.runbook.site;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** The staging folders of this process. To look at their locks would end them, as POSIX has it. */
    private static final Set<Path> LIVING = ConcurrentHashMap.newKeySet();

    private final Path out;
    private final Path staging;
    private final FileChannel marker;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private boolean committed;

    private DiskTree(Path out, Path staging, FileChannel marker) {
        // Never made again: were it deleted by force meanwhile, half a site would come of it.
        folders.add(staging);
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
        if (parent == null) {
            throw refused(SiteDiagnostic.OUT_NOT_A_FOLDER, out);
        }
        createParent(parent, out);
        List<Path> unused = new ArrayList<>();
        DiskTree tree = SwapLock.holding(target, () -> {
            // Looked at under the lock: another build moves a site aside between two looks.
            if (Files.exists(target) && !Files.isDirectory(target)) {
                throw refused(SiteDiagnostic.OUT_NOT_A_FOLDER, out);
            }
            unused.addAll(new Leftovers(target).discard());
            checkReplaceable(target);
            return begin(target);
        });
        for (Path folder : unused) {
            Leftovers.delete(folder);
        }
        return tree;
    }

    /** Under the site's lock, so that nobody sees a staging folder whose marker is not locked yet. */
    private static DiskTree begin(Path target) throws IOException {
        Path staging = Files.createDirectory(sibling(target, "new"));
        FileChannel marker =
                FileChannel.open(staging.resolve(MARKER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        marker.write(StandardCharsets.UTF_8.encode(MARKER_TEXT));
        if (marker.tryLock() == null) {
            throw new IOException("cannot lock " + staging.resolve(MARKER));
        }
        LIVING.add(staging);
        return new DiskTree(target, staging, marker);
    }

    /** The real path, as far as it is there; a site may be reached through a symbolic link. */
    private static Path resolved(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            try {
                return absolute.toRealPath();
            } catch (NoSuchFileException swapped) {
                // Another build has just moved it aside: its parent is there.
            }
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

    private static void checkReplaceable(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARKER))) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw refused(SiteDiagnostic.OUT_NOT_A_SITE, folder);
                }
            }
        }
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
        if (folder != null && !folders.contains(folder)) {
            // Known only once it is there: another thread that finds it known writes into it at once.
            Files.createDirectories(folder);
            folders.add(folder);
        }
        return place;
    }

    @Override
    public void commit() throws IOException {
        Leftovers.delete(SwapLock.holding(out, this::swap));
    }

    /** Returns what is to be deleted. */
    private Path swap() throws IOException {
        checkReplaceable(out);
        Path aside = sibling(out, "old");
        boolean replaces = Files.exists(out);
        if (replaces) {
            Files.move(out, aside);
        }
        try {
            Files.move(staging, out);
            committed = true;
        } finally {
            if (replaces && !committed) {
                Files.move(aside, out);
            }
        }
        return replaces ? Leftovers.discard(out, aside) : aside;
    }

    /** Whether a build of this process writes there. */
    static boolean isOurs(Path folder) {
        return LIVING.contains(folder);
    }

    /** A path beside the site that nobody else uses. */
    static Path sibling(Path out, String kind) {
        return out.resolveSibling(
                Leftovers.prefix(out, kind) + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet());
    }

    @Override
    public void close() throws IOException {
        marker.close();
        if (!committed) {
            Leftovers.delete(staging);
        }
        LIVING.remove(staging);
    }
}
