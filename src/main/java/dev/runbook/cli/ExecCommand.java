package dev.runbook.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook exec ID}. */
final class ExecCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return ExecSpec.of(specs, this);
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        ExecOptions options = ExecOptions.of(invocation);
        return options.yes() ? 0 : 1;
    }
}
