package dev.runbook.exec.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the host's file systems a rehearsal lays over. Pure. */
final class HostMounts {
    /** Kernel interfaces, which the machine inside has of its own, and the layers of containers. */
    private static final Set<String> NOT_FILES = Set.of(
            "autofs",
            "binfmt_misc",
            "bpf",
            "cgroup",
            "cgroup2",
            "configfs",
            "debugfs",
            "devpts",
            "devtmpfs",
            "efivarfs",
            "fusectl",
            "hugetlbfs",
            "mqueue",
            "nsfs",
            "proc",
            "pstore",
            "rpc_pipefs",
            "securityfs",
            "selinuxfs",
            "sysfs",
            "tracefs");

    private static final Set<String> OWN_INSIDE = Set.of("/proc", "/sys", "/dev", "/run", "/var/run");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final int FIELD_POINT = 4;

    private HostMounts() {}

    /**
     * The mount points of file systems with files, the root first, each after what it is mounted in.
     *
     * @param mountinfo {@code /proc/self/mountinfo}
     */
    static List<String> points(List<String> mountinfo) {
        List<String> points = new ArrayList<>(List.of("/"));
        for (String line : mountinfo) {
            int end = line.indexOf(" - ");
            String[] fields = line.split(" ", -1);
            if (end < 0 || fields.length <= FIELD_POINT) {
                continue;
            }
            String type = line.substring(end + 3).split(" ", 2)[0];
            String point = unescaped(fields[FIELD_POINT]);
            boolean container = type.equals("overlay") && !point.equals("/");
            if (!NOT_FILES.contains(type) && !container && !isOwnInside(point) && !points.contains(point)) {
                points.add(point);
            }
        }
        // A file that is mounted over another is no file system; a parent comes before what is in it.
        points.sort(java.util.Comparator.comparingInt(p -> p.equals("/") ? 0 : p.split("/", -1).length));
        return List.copyOf(points);
    }

    private static boolean isOwnInside(String point) {
        return OWN_INSIDE.stream().anyMatch(own -> point.equals(own) || point.startsWith(own + "/"));
    }

    private static String unescaped(String field) {
        return OCTAL.matcher(field)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 8))));
    }
}
