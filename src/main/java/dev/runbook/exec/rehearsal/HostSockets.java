package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where the sockets of the host's file tree are, through which a program inside would reach a server outside. */
final class HostSockets {
    private static final int FIELD_PATH = 7;
    private static final Path PROC = Path.of("/proc");

    private HostSockets() {}

    /** Absolute paths; some may not exist. */
    static Set<String> paths() throws IOException {
        Set<String> bound = new LinkedHashSet<>();
        for (String line : Files.readAllLines(PROC.resolve("net/unix"), StandardCharsets.ISO_8859_1)) {
            String[] fields = line.strip().split("\\s+", FIELD_PATH + 1);
            // An abstract name, which is bound to the network and not seen inside, begins with @.
            if (fields.length > FIELD_PATH
                    && !fields[FIELD_PATH].startsWith("@")
                    && !fields[FIELD_PATH].equals("Path")) {
                bound.add(new String(fields[FIELD_PATH].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        Set<String> paths = new LinkedHashSet<>();
        // A name may be relative to where the server was when it was bound (Postfix), which is where it still is.
        Set<String> folders = bound.stream().allMatch(p -> p.startsWith("/")) ? Set.of() : folders();
        for (String name : bound) {
            if (name.startsWith("/")) {
                paths.add(name);
            } else {
                folders.forEach(folder -> paths.add(folder + "/" + name));
            }
        }
        return paths;
    }

    private static Set<String> folders() throws IOException {
        Set<String> folders = new LinkedHashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                try {
                    folders.add(Files.readSymbolicLink(process.resolve("cwd")).toString());
                } catch (IOException e) {
                    // It has ended, or it is one of the kernel's.
                }
            }
        }
        return folders;
    }
}
