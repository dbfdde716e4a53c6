package dev.runbook.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook env}: holds what is done with environments. */
final class EnvCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("env", this)
                .addSubcommand("list", new EnvListCommand().spec(specs))
                .addSubcommand("build", new EnvBuildCommand().spec(specs))
                .addSubcommand("shell", new EnvShellCommand().spec(specs))
                .addSubcommand("prune", new EnvPruneCommand().spec(specs));
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        throw new CommandFailed(Problem.MISSING_COMMAND, "runbook env --help");
    }
}
