package dev.runbook.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the handbook that somebody means who names none. */
public final class FindHandbook {
    private static final String DEFAULT_NAME = "runbooks";
    private static final String CONFIG = "handbook.yml";

    private FindHandbook() {}

    /** From a folder upwards, the first that holds a {@code handbook.yml}, or the folder {@code runbooks} in it. */
    public static Optional<Path> from(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(CONFIG))) {
                return Optional.of(folder);
            }
            if (Files.isDirectory(folder.resolve(DEFAULT_NAME))) {
                return Optional.of(folder.resolve(DEFAULT_NAME));
            }
        }
        return Optional.empty();
    }
}
