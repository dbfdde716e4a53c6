package dev.runbook.cli;

import dev.runbook.app.NewHandbook;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook new handbook DIR}. */
final class NewHandbookCommand implements Command {
    private static final String PATH = "new.handbook";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "DIR", "1").build())
                .addOption(specs.value(PATH, "TEXT", "--title").build());
    }

    @Override
    public int run(Invocation invocation) {
        Path folder = invocation.path(invocation.arguments().get(0));
        Parsed<List<Path>> written = NewHandbook.write(folder, invocation.language(), invocation.value("--title"));
        int exitCode = NewFilesSaid.say(invocation, folder, written);
        if (exitCode == ExitCode.HOLDS && !invocation.quiet()) {
            invocation.out().println(invocation.text("new.handbook.next", invocation.shown(folder)));
        }
        return exitCode;
    }
}
