package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** A folder for one socket, which nobody else can enter. */
record ControlFolder(Path path) {
    // A socket's path has at most 107 bytes, and ssh binds it under a name that is 17 bytes longer first.
    private static final int LONGEST = 107 - 17;

    static ControlFolder create() throws BackendException {
        Set<Path> parents = new LinkedHashSet<>();
        parents.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath());
        parents.add(Path.of("/tmp"));
        String reason = "";
        for (Path parent : parents) {
            try {
                ControlFolder folder = new ControlFolder(Files.createTempDirectory(parent, "rb"));
                if (folder.socket().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
                    return folder;
                }
                folder.delete();
                reason = parent + ": the path is too long for a socket";
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new BackendException(ExecCode.FILE_NOT_WRITTEN, "/tmp", reason);
    }

    Path socket() {
        return path.resolve("s");
    }

    /** The socket's path as ssh reads one: {@code %} begins a placeholder there. */
    String controlPath() {
        return socket().toString().replace("%", "%%");
    }

    void delete() {
        try {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The guard removes it as well.
        }
    }
}
