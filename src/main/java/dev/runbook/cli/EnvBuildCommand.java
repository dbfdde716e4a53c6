package dev.runbook.cli;

import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.Image;
import dev.runbook.model.Environment;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook env build [NAME]}. */
final class EnvBuildCommand implements Command {
    private static final String PATH = "env.build";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "NAME", "0..1").build())
                .addOption(specs.value(PATH, "IMAGE", "--base-image").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        List<Environment> environments =
                invocation.arguments().isEmpty() ? Environments.all(invocation) : List.of(Environments.one(invocation));
        try (Engine engine = Engine.connect()) {
            for (Environment environment : environments) {
                Image image = Environments.image(invocation, engine, environment);
                invocation.out().println(image.name() + "  " + image.id());
            }
            return ExitCode.HOLDS;
        } catch (ContainerException e) {
            throw new CommandFailed(e.code(), e.arguments().toArray(String[]::new));
        }
    }
}
