package dev.runbook.record;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.model.RunbookId;
import dev.runbook.source.DiagnosticCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where runs are recorded: {@code runs/<id>/journal.jsonl} in the user's state folder, readable by the user alone. */
public final class RunStore {
    private static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_NAME = 24;

    private final Path folder;

    /**
     * The store in a folder, which need not be there.
     *
     * @param folder the tool's state folder, of {@link #folder}; absolute
     */
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /** {@code $XDG_STATE_HOME/runbook}, else {@code ~/.local/state/runbook}; empty without a home. */
    public static Optional<Path> folder(Map<String, String> environment) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        // The specification has relative paths ignored.
        if (state.isAbsolute()) {
            return Optional.of(state.resolve("runbook"));
        }
        Path home = Path.of(environment.getOrDefault("HOME", ""));
        return home.isAbsolute() ? Optional.of(home.resolve(".local/state/runbook")) : Optional.empty();
    }

    /** {@code 20261124-151203-pgbouncer-4f2a}: the time in UTC, so that ids sort by it, the runbook's name, and chance. */
    public static String newId(RunbookId runbook, Instant now) {
        String name = runbook.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        name = name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("^-|-$", "");
        String chance =
                String.format(Locale.ROOT, "%04x", ThreadLocalRandom.current().nextInt(1 << 16));
        // The name may have no letter that every system can have in a file's name.
        return TIME.format(now) + "-" + (name.isEmpty() ? "run" : name) + "-" + chance;
    }

    /**
     * Begins the record of a run; the header is on the disk when this returns.
     *
     * @param shown is told each event once it is recorded
     */
    public Journal begin(RunHeader header, ExecutionListener shown) throws IOException {
        Path run = run(header.run());
        privateFolders(folder.resolve("runs"));
        Files.createDirectory(run, PRIVATE_FOLDER);
        Path file = Files.createFile(journal(header.run()), PRIVATE_FILE);
        Journal journal = new Journal(new JournalFile(file), header, shown, Clock.systemUTC());
        // The folders' entries: without them the file would be on the disk, and nowhere to be found.
        for (Path at = run; at != null && at.startsWith(folder.getParent()); at = at.getParent()) {
            force(at);
        }
        return journal;
    }

    /** The ids of all recorded runs, the newest first. */
    public List<String> ids() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.filter(run -> Files.exists(run.resolve("journal.jsonl")))
                    .map(run -> run.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The ids that a person may mean: the one that it is, else those that begin so, or whose last part begins so. */
    public List<String> find(String written) throws IOException {
        List<String> all = ids();
        if (all.contains(written)) {
            return List.of(written);
        }
        return all.stream()
                .filter(id -> id.startsWith(written)
                        || id.substring(id.lastIndexOf('-') + 1).startsWith(written))
                .toList();
    }

    /** A recorded run as far as it can be read; one of {@link #ids}. */
    public RecordedRun read(String id, Function<String, Optional<DiagnosticCode>> codes) throws IOException {
        return RunReader.read(id, Files.readAllBytes(journal(id)), codes);
    }

    /** The file that a run is recorded in. */
    public Path journal(String id) {
        return run(id).resolve("journal.jsonl");
    }

    /** The folder that locks are in, made where it is not there. */
    Path locks() throws IOException {
        Path locks = folder.resolve("locks");
        privateFolders(locks);
        return locks;
    }

    private Path run(String id) {
        return folder.resolve("runs").resolve(id);
    }

    private static void privateFolders(Path path) throws IOException {
        Files.createDirectories(path, PRIVATE_FOLDER);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
