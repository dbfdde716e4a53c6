package dev.runbook.cli;

import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook env prune}. */
final class EnvPruneCommand implements Command {
    private static final String PATH = "env.prune";
    private static final int DEFAULT_DAYS = 7;

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addOption(specs.value(PATH, "DAYS", "--older").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Optional<String> days = invocation.value("--older");
        if (days.isPresent() && !days.get().matches("[0-9]{1,4}")) {
            throw new CommandFailed(Problem.BAD_VALUE, days.get(), "--older", "0-9999");
        }
        try (Engine engine = Engine.connect()) {
            List<String> removed = new ArrayList<>(engine.removeLeftovers(true));
            removed.addAll(
                    engine.prune(Duration.ofDays(days.map(Integer::parseInt).orElse(DEFAULT_DAYS))));
            if (removed.isEmpty()) {
                invocation.out().println(invocation.text("env.prune.nothing"));
            }
            removed.forEach(name -> invocation.out().println(invocation.text("env.prune.removed", name)));
            return ExitCode.HOLDS;
        } catch (ContainerException e) {
            throw new CommandFailed(e.code(), e.arguments().toArray(String[]::new));
        }
    }
}
