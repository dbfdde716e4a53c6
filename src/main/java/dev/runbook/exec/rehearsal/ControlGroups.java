package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The control groups that nspawn makes where there is no systemd to ask for one: empty folders of the kernel's, the only
 * thing that a rehearsal leaves when it is killed.
 */
final class ControlGroups {
    static final String PREFIX = "runbook-rehearsal-";

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Path SELF = Path.of("/proc/self");

    private ControlGroups() {}

    /** Removes those of rehearsals that are no more. */
    static void clean() {
        for (Path parent : foldersOf(SELF)) {
            try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*")) {
                groups.forEach(ControlGroups::remove);
            } catch (IOException e) {
                // Without such a hierarchy there is nothing in it.
            }
        }
    }

    /** Removes those of one rehearsal, for whose last processes it waits up to two seconds. */
    static void clean(String name) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<Path> left = foldersOf(SELF).stream()
                    .map(parent -> parent.resolve(name))
                    .filter(Files::isDirectory)
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ControlGroups::remove);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The files by which a process joins the groups of another. */
    static List<Path> joining(Path process) {
        return foldersOf(process).stream()
                .map(folder -> folder.resolve("cgroup.procs"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Where a process is, in the hierarchies that systemd uses; some may not exist. */
    private static List<Path> foldersOf(Path process) {
        List<Path> folders = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(process.resolve("cgroup"), StandardCharsets.UTF_8)) {
                String[] fields = line.split(":", 3);
                String path = fields[2].substring(1);
                if (fields[1].equals("name=systemd")) {
                    folders.add(ROOT.resolve("systemd").resolve(path));
                } else if (fields[1].isEmpty()) {
                    folders.add(ROOT.resolve("unified").resolve(path));
                    folders.add(ROOT.resolve(path));
                }
            }
        } catch (IOException e) {
            // Without control groups there are none.
        }
        return folders;
    }

    private static void remove(Path group) {
        try (Stream<Path> all = Files.walk(group)) {
            List<Path> folders = new ArrayList<>(all.filter(Files::isDirectory).toList());
            for (Path folder : folders) {
                if (!Files.readString(folder.resolve("cgroup.procs")).isBlank()) {
                    return;
                }
            }
            Collections.reverse(folders);
            for (Path folder : folders) {
                Files.delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is in use, or somebody else removes it.
        }
    }
}
