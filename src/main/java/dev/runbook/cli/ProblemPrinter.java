package dev.runbook.cli;

import dev.runbook.app.Sources;
import dev.runbook.model.Handbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says on standard error what stood in a command's way. */
final class ProblemPrinter {
    private final Invocation invocation;
    private final DiagnosticPrinter printer;

    /** For problems that have no source to be shown: new files, folders. */
    ProblemPrinter(Invocation invocation, Path folder) {
        this(invocation, folder, name -> Optional.empty());
    }

    /** For problems in a handbook's files. */
    ProblemPrinter(Invocation invocation, Path folder, Handbook handbook) {
        this(invocation, folder, new Sources(folder, handbook)::find);
    }

    private ProblemPrinter(Invocation invocation, Path folder, Function<String, Optional<SourceFile>> sources) {
        this.invocation = invocation;
        this.printer = new DiagnosticPrinter(
                invocation.language(),
                invocation.errStyle().colour(),
                name -> invocation.shown(folder.resolve(name)),
                sources);
    }

    void print(List<Diagnostic> diagnostics) {
        invocation.out().flush();
        diagnostics.forEach(d -> invocation.host().err().print(printer.print(d)));
        invocation.host().err().flush();
    }
}
