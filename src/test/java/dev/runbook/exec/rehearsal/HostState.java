package dev.runbook.exec.rehearsal;

import static org.junit.jupiter.api.Assertions.fail;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a rehearsal must leave as it is.
 *
 * @param files under /etc and a test's folder: mode, owner, times, size, and a sum of the content
 * @param mounts the mount table, without what a container engine may be doing at the same time
 * @param groups the control groups of rehearsals
 * @param run what systemd and its tools keep in /run
 */
public record HostState(Map<String, String> files, List<String> mounts, List<String> groups, List<String> run) {
    public static void requireRehearsals() throws IOException {
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

    public static HostState now(Path folder) throws Exception {
        Map<String, String> files = new TreeMap<>();
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
            List<String> mounts = Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8);
            return new HostState(
                    files,
                    mounts.stream().filter(m -> !m.contains("docker")).toList(),
                    groups.filter(Files::isDirectory)
                            .map(Path::toString)
                            .filter(g -> g.matches(".*(runbook|payload|supervisor).*"))
                            .sorted()
                            .toList(),
                    run.map(Path::toString)
                            .filter(r -> r.matches(".*(systemd|runbook|nspawn).*"))
                            .sorted()
                            .toList());
        }
    }

    /** What the other state lacks or has more; empty if both are the same. */
    public String difference(HostState other) {
        StringBuilder difference = new StringBuilder();
        only("files", files.entrySet(), other.files.entrySet(), difference);
        only("mounts", mounts, other.mounts, difference);
        only("groups", groups, other.groups, difference);
        only("run", run, other.run, difference);
        return difference.toString();
    }

    private static void only(String what, java.util.Collection<?> one, java.util.Collection<?> two, StringBuilder to) {
        for (Object item : one) {
            if (!two.contains(item)) {
                to.append(what).append(" - ").append(item).append('\n');
            }
        }
        for (Object item : two) {
            if (!one.contains(item)) {
                to.append(what).append(" + ").append(item).append('\n');
            }
        }
    }
}
