package dev.runbook.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook}: holds the others. */
final class RunbookCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("runbook", this)
                .addOption(specs.flag("runbook", "--version", "-V")
                        .versionHelp(true)
                        .build())
                .addSubcommand("check", new CheckCommand().spec(specs))
                .addSubcommand("build", new BuildCommand().spec(specs))
                .addSubcommand("serve", new ServeCommand().spec(specs))
                .addSubcommand("exec", new ExecCommand().spec(specs))
                .addSubcommand("verify", new VerifyCommand().spec(specs))
                .addSubcommand("env", new EnvCommand().spec(specs))
                .addSubcommand("sync", new SyncCommand().spec(specs))
                .addSubcommand("list", new ListCommand().spec(specs))
                .addSubcommand("new", new NewCommand().spec(specs))
                .addSubcommand("import", new ImportCommand().spec(specs))
                .addSubcommand("show", new ShowCommand().spec(specs))
                .addSubcommand("search", new SearchCommand().spec(specs))
                .addSubcommand("runs", new RunsCommand().spec(specs))
                .addSubcommand("report", new ReportCommand().spec(specs))
                .addSubcommand("completion", new CompletionCommand().spec(specs))
                .addSubcommand("help", new HelpCommand().spec(specs));
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        if (invocation.flag("--version")) {
            invocation.out().println("runbook " + Version.running());
            return ExitCode.HOLDS;
        }
        throw new CommandFailed(Problem.MISSING_COMMAND, "runbook --help");
    }
}
