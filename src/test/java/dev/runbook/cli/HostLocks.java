package dev.runbook.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files by which this host knows which runbooks are being carried out. */
final class HostLocks {
    private HostLocks() {}

    /** Removes those of a runbook, by its name. */
    static void remove(String name) throws IOException {
        for (Path folder : List.of(Path.of("/run/lock"), Path.of("/tmp"))) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "runbook." + name + ".*.lock")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
