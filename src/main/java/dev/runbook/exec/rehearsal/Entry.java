package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/** What the kernel says of one path, links not followed. */
record Entry(int kind, int mode, int uid, int gid, long rdev, long size, FileTime changed) {
    static final int FOLDER = 0040000;
    static final int FILE = 0100000;
    static final int LINK = 0120000;
    static final int SOCKET = 0140000;

    private static final int DEVICE = 0020000;
    private static final int KIND_BITS = 0170000;
    private static final int MODE_BITS = 07777;

    /** Empty where there is nothing. */
    static Optional<Entry> at(Path path) throws IOException {
        Map<String, Object> a;
        try {
            a = Files.readAttributes(path, "unix:mode,uid,gid,rdev,size,ctime", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int mode = number(a, "mode").intValue();
        return Optional.of(new Entry(
                mode & KIND_BITS,
                mode & MODE_BITS,
                number(a, "uid").intValue(),
                number(a, "gid").intValue(),
                number(a, "rdev").longValue(),
                number(a, "size").longValue(),
                (FileTime) java.util.Objects.requireNonNull(a.get("ctime"))));
    }

    private static Number number(Map<String, Object> attributes, String name) {
        return (Number) java.util.Objects.requireNonNull(attributes.get(name));
    }

    boolean isFolder() {
        return kind == FOLDER;
    }

    /** Whether it stands in an upper layer for something that was deleted. */
    boolean isWhiteout() {
        return kind == DEVICE && rdev == 0;
    }

    boolean sameRights(Entry other) {
        return mode == other.mode && uid == other.uid && gid == other.gid;
    }

    /** Whether nothing happened to it since the other was read. A folder changes with what is in it, which is no change. */
    boolean isStill(Entry other) {
        return kind == other.kind
                && sameRights(other)
                && (isFolder() || (size == other.size && changed.equals(other.changed)));
    }
}
