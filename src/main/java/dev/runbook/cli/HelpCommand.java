package dev.runbook.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook help COMMAND…}: the same as {@code runbook COMMAND --help}. */
final class HelpCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("help", this)
                .addPositional(specs.argument("help", "COMMAND", "0..*").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        CommandSpec spec = invocation.root();
        for (String name : invocation.arguments()) {
            var subcommand = spec.subcommands().get(name);
            if (subcommand == null) {
                throw Similar.to(name, spec.subcommands().keySet())
                        .map(s -> new CommandFailed(Problem.UNKNOWN_COMMAND_SIMILAR, name, s))
                        .orElseGet(() -> new CommandFailed(Problem.UNKNOWN_COMMAND, name));
            }
            spec = subcommand.getCommandSpec();
        }
        invocation.out().print(Help.of(spec.commandLine(), invocation.style()));
        return ExitCode.HOLDS;
    }
}
