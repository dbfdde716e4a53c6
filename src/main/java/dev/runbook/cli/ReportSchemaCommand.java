package dev.runbook.cli;

import dev.runbook.results.ResultsJson;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook report schema}: what other programs may rely on. */
final class ReportSchemaCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("report.schema", this);
    }

    @Override
    public int run(Invocation invocation) {
        invocation.out().print(ResultsJson.schema());
        return ExitCode.HOLDS;
    }
}
