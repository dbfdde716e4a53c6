package dev.runbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the handbook that a command is about. */
final class HandbookFolder {
    static final String DEFAULT_NAME = "runbooks";
    static final String CONFIG = "handbook.yml";

    private HandbookFolder() {}

    /**
     * The folder of {@code --handbook}; else, from the current folder upwards, the first that holds a {@code
     * handbook.yml} or a folder {@code runbooks}.
     */
    static Path find(Path current, Optional<String> option) throws CommandFailed {
        if (option.isPresent()) {
            Path folder = current.resolve(option.get()).normalize();
            if (!Files.isDirectory(folder)) {
                throw new CommandFailed(Problem.NOT_A_FOLDER, option.get());
            }
            return folder;
        }
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(CONFIG))) {
                return folder;
            }
            if (Files.isDirectory(folder.resolve(DEFAULT_NAME))) {
                return folder.resolve(DEFAULT_NAME);
            }
        }
        throw new CommandFailed(Problem.NO_HANDBOOK, current.toString());
    }
}
