package dev.runbook.cli;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.model.Environment;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook env shell [NAME]}: a server that is there as long as the shell in it. */
final class EnvShellCommand implements Command {
    private static final String PATH = "env.shell";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "NAME", "0..1").build())
                .addOption(specs.value(PATH, "IMAGE", "--base-image").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        Environment environment = Environments.one(invocation);
        if (!invocation.host().inIsTerminal()) {
            throw new CommandFailed(Problem.NOBODY_TO_ASK);
        }
        try (Engine engine = Engine.connect();
                ServerContainer server =
                        engine.start(Environments.image(invocation, engine, environment), environment, false);
                Launcher launcher = server.launcher()) {
            // What the shell ended with is its user's own business.
            launcher.attach(List.of("bash", "-l"));
            return ExitCode.HOLDS;
        } catch (ContainerException e) {
            throw new CommandFailed(e.code(), e.arguments().toArray(String[]::new));
        } catch (BackendException e) {
            throw new CommandFailed(e.code(), e.arguments().toArray(String[]::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }
}
