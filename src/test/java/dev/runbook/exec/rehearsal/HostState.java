package dev.runbook.exec.rehearsal;

import static org.junit.jupiter.api.Assertions.fail;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a rehearsal must leave as it is.
 *
 * @param files under /etc and a test's folder: mode, owner, times, size, and a sum of the content
 * @param mounts the mount table
 * @param groups the control groups
 * @param run the names in /run
 */
record HostState(TreeMap<String, String> files, List<String> mounts, List<String> groups, List<String> run) {
    static void requireRehearsals() throws IOException {
        for (String tool : List.of("systemd-nspawn", "unshare", "nsenter", "setpriv", "diff")) {
            Tools.require(tool);
        }
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            String missing = "needs root";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            Assumptions.abort(missing);
        }
    }

    static HostState now(Path folder) throws Exception {
        TreeMap<String, String> files = new TreeMap<>();
        for (Path root : List.of(Path.of("/etc"), folder)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : (Iterable<Path>) all::iterator) {
                    Entry entry = Entry.at(path).orElseThrow();
                    String content = entry.kind() == Entry.FILE
                            ? new java.math.BigInteger(
                                            1,
                                            java.security.MessageDigest.getInstance("SHA-256")
                                                    .digest(Files.readAllBytes(path)))
                                    .toString(16)
                            : "";
                    files.put(path.toString(), entry + content);
                }
            }
        }
        try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"));
                Stream<Path> run = Files.walk(Path.of("/run"), 2)) {
            return new HostState(
                    files,
                    Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8),
                    groups.filter(Files::isDirectory).map(Path::toString).sorted().toList(),
                    run.map(Path::toString).sorted().toList());
        }
    }
}
