package dev.runbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Paths as GitHub knows them: relative to the repository's root, with {@code /}. */
final class RepositoryPaths {
    private RepositoryPaths() {}

    /** From a handbook's file to its path in the repository that the handbook is in; else from the current folder. */
    static Function<String, String> of(Host host, Path folder) {
        Path root = root(host, folder);
        return file -> {
            Path path = folder.resolve(file).normalize();
            Path shown = path.startsWith(root) ? root.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        };
    }

    private static Path root(Host host, Path folder) {
        String workspace = host.variable("GITHUB_WORKSPACE");
        if (!workspace.isEmpty() && folder.startsWith(workspace)) {
            return Path.of(workspace);
        }
        for (Path at = folder; at != null; at = at.getParent()) {
            // A file, in a worktree or submodule.
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return host.folder();
    }
}
