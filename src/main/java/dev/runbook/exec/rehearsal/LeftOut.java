package dev.runbook.exec.rehearsal;

import java.util.List;
import java.util.Set;

/** What is no change that anybody asked for: traces of programs that ran. */
public final class LeftOut {
    /** Folders and files with all that is in them; the ones without a slash at the start, wherever they are. */
    public static final List<String> PLACES = List.of(
            "/run",
            "/tmp",
            "/var/tmp",
            "/var/log",
            "/var/cache",
            "/var/lib/systemd",
            "/var/lib/dpkg",
            "/var/lib/apt",
            "/var/lib/rpm",
            "/usr/lib/sysimage/rpm",
            "/var/lib/dnf",
            "/etc/.pwd.lock",
            "/etc/ld.so.cache",
            "/etc/passwd-",
            "/etc/group-",
            "/etc/shadow-",
            "/etc/gshadow-",
            "/etc/subuid-",
            "/etc/subgid-",
            ".cache",
            "__pycache__",
            ".bash_history",
            ".lesshst",
            ".viminfo",
            ".psql_history",
            ".rediscli_history",
            ".python_history");

    private static final Set<String> ALL = Set.copyOf(PLACES);

    private LeftOut() {}

    /** Whether it is one of them itself; what is below one is not asked for. */
    static boolean contains(String path) {
        return ALL.contains(path) || ALL.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
