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
import java.util.stream.Stream;

/**
 * The control groups that nspawn makes where there is no systemd to ask for one: empty folders of the kernel's, the only
 * thing that a rehearsal leaves when it is killed.
 */
final class ControlGroups {
    static final String PREFIX = "runbook-rehearsal-";

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private ControlGroups() {}

    /** Removes those of rehearsals that are no more. */
    static void clean() {
        for (Path parent : parents()) {
            try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*")) {
                groups.forEach(ControlGroups::remove);
            } catch (IOException e) {
                // Without such a hierarchy there is nothing in it.
            }
        }
    }

    private static List<Path> parents() {
        List<Path> parents = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"), StandardCharsets.UTF_8)) {
                String[] fields = line.split(":", 3);
                String path = fields[2].substring(1);
                if (fields[1].equals("name=systemd")) {
                    parents.add(ROOT.resolve("systemd").resolve(path));
                } else if (fields[1].isEmpty()) {
                    parents.add(ROOT.resolve("unified").resolve(path));
                    parents.add(ROOT.resolve(path));
                }
            }
        } catch (IOException e) {
            // Without control groups there are none to remove.
        }
        return parents;
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
