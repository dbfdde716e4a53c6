package dev.runbook.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook new}: holds the two things that can be begun. */
final class NewCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("new", this)
                .addSubcommand("runbook", new NewRunbookCommand().spec(specs))
                .addSubcommand("handbook", new NewHandbookCommand().spec(specs));
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        throw new CommandFailed(Problem.MISSING_COMMAND, "runbook new --help");
    }
}
