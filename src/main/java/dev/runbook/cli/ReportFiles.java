package dev.runbook.cli;

import dev.runbook.app.ReadResults;
import dev.runbook.app.WriteFile;
import dev.runbook.results.Results;
import dev.runbook.source.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the commands of {@code report} read, and where they write to. */
final class ReportFiles {
    private ReportFiles() {}

    /** The results that were named, put together; empty, with all that is wrong said, where one of them cannot be read. */
    static Optional<Results> read(Invocation invocation) {
        List<Path> places =
                invocation.arguments().stream().map(invocation::path).toList();
        Parsed<List<Results>> parts = ReadResults.read(places);
        if (parts.hasErrors()) {
            new ProblemPrinter(invocation, invocation.host().folder()).print(parts.diagnostics());
            return Optional.empty();
        }
        return Optional.of(Results.merged(Version.running(), parts.value()));
    }

    /** Writes to the file of {@code --out}, whole or not at all; without one, to standard output. */
    static void write(Invocation invocation, String text) throws IOException {
        Optional<String> out = invocation.value("--out");
        if (out.isPresent()) {
            WriteFile.whole(invocation.path(out.get()), text);
        } else {
            invocation.out().print(text);
        }
    }

    /** From a runbook's file to its path in the repository. Results may be read where the handbook is not: then as it is. */
    static Function<String, String> repositoryPaths(Invocation invocation) throws CommandFailed {
        return handbook(invocation)
                .map(folder -> RepositoryPaths.of(invocation.host(), folder))
                .orElse(Function.identity());
    }

    /** From a runbook's file to the path that a person here can open. */
    static Function<String, String> shownPaths(Invocation invocation) throws CommandFailed {
        Optional<Path> folder = handbook(invocation);
        return folder.isEmpty()
                ? Function.identity()
                : file -> invocation.shown(folder.get().resolve(file));
    }

    private static Optional<Path> handbook(Invocation invocation) throws CommandFailed {
        try {
            return Optional.of(invocation.handbook());
        } catch (CommandFailed e) {
            if (invocation.value("--handbook").isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
