package dev.runbook.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook report}: holds what can be done with results. */
final class ReportCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("report", this)
                .addSubcommand("show", new ReportShowCommand().spec(specs))
                .addSubcommand("merge", new ReportMergeCommand().spec(specs))
                .addSubcommand("convert", new ReportConvertCommand().spec(specs))
                .addSubcommand("schema", new ReportSchemaCommand().spec(specs));
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        throw new CommandFailed(Problem.MISSING_COMMAND, "runbook report --help");
    }
}
