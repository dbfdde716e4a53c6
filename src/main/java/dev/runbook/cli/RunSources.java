package dev.runbook.cli;

import dev.runbook.app.Sources;
import dev.runbook.model.Handbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import java.nio.file.Path;
import java.util.List;

/**
 * The handbook that a run's diagnostics are about.
 *
 * @param folder where it is
 */
record RunSources(Invocation invocation, Path folder, Handbook handbook) {
    /** A file as a person in the current folder would write it. */
    String shown(String file) {
        return invocation.shown(folder.resolve(file));
    }

    /** Says on standard error what is wrong. */
    void print(List<Diagnostic> diagnostics) {
        new ProblemPrinter(invocation, folder, handbook).print(diagnostics);
    }

    /** Prints outcomes for a screen. */
    OutcomeLines outcomes(RunTexts texts, RunScreen screen) {
        DiagnosticPrinter printer = new DiagnosticPrinter(
                texts.language(), texts.style().colour(), this::shown, new Sources(folder, handbook)::find);
        return new OutcomeLines(
                texts,
                printer::print,
                mismatch -> new DiffPrinter(texts.style(), screen.columns(), texts.language()).print(mismatch));
    }
}
