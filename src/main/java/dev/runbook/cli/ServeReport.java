package dev.runbook.cli;

import dev.runbook.serve.ServeListener;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.SourceFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says on the terminal what an edit did, while the browser shows it. */
final class ServeReport implements ServeListener {
    /** More names than this tell a person nothing. */
    private static final int NAMED_FILES = 3;

    private final Invocation invocation;
    private final Path folder;

    ServeReport(Invocation invocation, Path folder) {
        this.invocation = invocation;
        this.folder = folder;
    }

    /** The site's address. */
    void serving(String address) {
        invocation.out().println(invocation.text("serve.at", invocation.style().cyan(address)));
        invocation.out().flush();
    }

    @Override
    public void changed(
            List<String> files,
            Duration taken,
            List<Diagnostic> diagnostics,
            Function<String, Optional<SourceFile>> sources) {
        if (!invocation.quiet()) {
            String names = files.size() > NAMED_FILES
                    ? invocation.text("serve.files", files.size())
                    : String.join(", ", files);
            PrintStream out = invocation.out();
            out.println(invocation.text("serve.changed", names, taken.toMillis()));
            out.flush();
        }
        print(diagnostics, sources);
    }

    @Override
    public void brokenElsewhere(List<Diagnostic> diagnostics, Function<String, Optional<SourceFile>> sources) {
        print(diagnostics, sources);
    }

    /** Prints diagnostics to standard error. */
    void print(List<Diagnostic> diagnostics, Function<String, Optional<SourceFile>> sources) {
        PrintStream err = invocation.host().err();
        DiagnosticPrinter printer = new DiagnosticPrinter(
                invocation.language(),
                invocation.errStyle().colour(),
                file -> invocation.shown(folder.resolve(file)),
                sources);
        diagnostics.forEach(diagnostic -> err.print(printer.print(diagnostic)));
        err.flush();
    }
}
