package dev.runbook.cli;

import dev.runbook.report.TextResults;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook report show FILE...}. */
final class ReportShowCommand implements Command {
    private static final String PATH = "report.show";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "FILE", "1..*").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Optional<Results> results = ReportFiles.read(invocation);
        if (results.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        TextResults report =
                new TextResults(invocation.language(), invocation.style().colour(), ReportFiles.shownPaths(invocation));
        invocation.out().print(report.render(results.get()));
        return exitCode(results.get());
    }

    /** What did not hold matters more than what could not be run. */
    private static int exitCode(Results results) {
        Set<Label> labels = results.runbooks().stream()
                .flatMap(r -> r.steps().stream().map(s -> s.label()))
                .collect(Collectors.toSet());
        results.runbooks().forEach(r -> labels.add(r.label()));
        if (labels.contains(Label.FAILED)) {
            return ExitCode.DOES_NOT_HOLD;
        }
        return labels.contains(Label.ERRORED) ? ExitCode.NOT_DONE : ExitCode.HOLDS;
    }
}
