package dev.runbook.cli;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says what was written, or why nothing was. */
final class NewFilesSaid {
    private NewFilesSaid() {}

    static int say(Invocation invocation, Path folder, Parsed<List<Path>> written) {
        if (!invocation.quiet()) {
            for (Path file : written.value()) {
                invocation.out().println(invocation.text("new.written", invocation.shown(file)));
            }
        }
        DiagnosticPrinter printer = new DiagnosticPrinter(
                invocation.language(),
                invocation.errStyle().colour(),
                file -> invocation.shown(folder.resolve(file).normalize()),
                file -> Optional.empty());
        for (Diagnostic diagnostic : written.diagnostics()) {
            invocation.host().err().print(printer.print(diagnostic));
        }
        return written.hasErrors() ? ExitCode.NOT_DONE : ExitCode.HOLDS;
    }
}
