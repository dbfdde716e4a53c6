package dev.runbook.cli;

import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.List;

/** Says what was written, or why nothing was. */
final class NewFilesSaid {
    private NewFilesSaid() {}

    static int say(Invocation invocation, Path folder, Parsed<List<Path>> written) {
        if (!invocation.quiet()) {
            for (Path file : written.value()) {
                invocation.out().println(invocation.text("new.written", invocation.shown(file)));
            }
        }
        new ProblemPrinter(invocation, folder).print(written.diagnostics());
        return written.hasErrors() ? ExitCode.NOT_DONE : ExitCode.HOLDS;
    }
}
