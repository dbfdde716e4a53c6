package dev.runbook.cli;

import dev.runbook.model.Environment;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook env list}. */
final class EnvListCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("env.list", this);
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        List<Environment> all = Environments.all(invocation);
        if (all.isEmpty()) {
            invocation.out().println(invocation.text("env.list.none"));
        }
        for (Environment environment : all) {
            String title = environment.title().getOrDefault(invocation.language(), "");
            String offers = String.join(", ", new TreeSet<>(environment.offers()));
            invocation.out().println(environment.name() + "  " + Terminal.clean(title));
            invocation
                    .out()
                    .println("  " + invocation.text("env.list.services", String.join(", ", environment.services())));
            invocation.out().println("  " + invocation.text("env.list.users", String.join(", ", environment.users())));
            invocation.out().println("  " + invocation.text("env.list.offers", offers));
        }
        return ExitCode.HOLDS;
    }
}
