package dev.runbook.exec.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a rehearsal left other than it is on this machine, by path. Diffs may hold secrets: who shows or keeps them masks
 * them first.
 *
 * @param leftOut how many further entries changed at {@link LeftOut#PLACES}
 * @param missing file systems of this machine that were not there in the rehearsal
 */
public record Changes(List<Change> changes, long leftOut, List<String> missing) {
    public Changes {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    /** All diffs in one, as {@code patch -p1} in {@code /} takes them; no newline at the end of a file is said as diff does. */
    public String patch() {
        return changes.stream().flatMap(c -> c.diff().stream()).collect(Collectors.joining());
    }

    /** What happened to a path. */
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED
    }

    /** What a path is. */
    public enum Type {
        FILE,
        FOLDER,
        LINK,
        /** A device or a pipe. */
        OTHER
    }

    /**
     * What is at a path.
     *
     * @param mode the permissions, set-user-ID and the like included, as {@code chmod} takes them in octal
     * @param owner a name, or a number without one
     * @param size in bytes
     * @param target of a link
     */
    public record Node(Type type, int mode, String owner, String group, long size, Optional<String> target) {}

    /**
     * One path. A folder that was deleted stands for all that was in it.
     *
     * @param before on this machine
     * @param after in the rehearsal
     * @param content whether the content differs, and not only mode or owner
     * @param diff of a text file, where it is of use: not of what packages bring, nor of what is very long or a key
     */
    public record Change(
            String path,
            Kind kind,
            Optional<Node> before,
            Optional<Node> after,
            boolean content,
            Optional<String> diff) {}
}
