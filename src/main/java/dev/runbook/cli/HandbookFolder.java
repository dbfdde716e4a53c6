package dev.runbook.cli;

import dev.runbook.app.FindHandbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the handbook that a command is about. */
final class HandbookFolder {
    private HandbookFolder() {}

    /** The folder of {@code --handbook}, else the one that {@link FindHandbook} finds from the current folder on. */
    static Path find(Path current, Optional<String> option) throws CommandFailed {
        if (option.isPresent()) {
            Path folder = current.resolve(option.get()).normalize();
            if (!Files.isDirectory(folder)) {
                throw new CommandFailed(Problem.NOT_A_FOLDER, option.get());
            }
            return folder;
        }
        Optional<Path> found = FindHandbook.from(current);
        if (found.isPresent()) {
            return found.get();
        }
        throw new CommandFailed(Problem.NO_HANDBOOK, current.toString());
    }
}
