package dev.runbook.cli;

import dev.runbook.results.Results;
import dev.runbook.results.ResultsJson;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook report merge FILE...}: the parts that jobs made, as one. */
final class ReportMergeCommand implements Command {
    private static final String PATH = "report.merge";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "FILE", "1..*").build())
                .addOption(specs.value(PATH, "FILE", "--out").build());
    }

    @Override
    public int run(Invocation invocation) throws IOException {
        Optional<Results> results = ReportFiles.read(invocation);
        if (results.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        ReportFiles.write(invocation, ResultsJson.write(results.get()));
        return ExitCode.HOLDS;
    }
}
