package dev.runbook.cli;

import dev.runbook.app.GitHistory;
import dev.runbook.model.Handbook;
import dev.runbook.results.HandbookStatus;
import dev.runbook.serve.DevServer;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Diagnostic;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook serve}: serves until it is interrupted. */
final class ServeCommand implements Command {
    private static final String PATH = "serve";
    private static final String DEFAULT_PORT = "8030";
    private static final int MAX_PORT = 65535;

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addOption(specs.value(PATH, "PORT", "--port").build())
                .addOption(specs.value(PATH, ResultsOption.VALUE, ResultsOption.NAME)
                        .build())
                .addOption(specs.flag(PATH, "--open").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        Path folder = invocation.handbook();
        int port = port(invocation.value("--port").orElse(DEFAULT_PORT));
        Optional<Function<Handbook, Optional<HandbookStatus>>> verification = ResultsOption.read(invocation);
        if (verification.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        try (DevServer server = start(invocation, folder, port, verification.get())) {
            List<Diagnostic> diagnostics = server.diagnostics();
            ServeReport report = new ServeReport(invocation, folder);
            report.print(diagnostics, server.sources());
            report.serving(server.address().toString());
            if (invocation.flag("--open")) {
                Opener.open(server.address(), invocation.host().environment());
            }
            // Ctrl-C ends the process; a test interrupts the thread.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private static int port(String written) throws CommandFailed {
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) > MAX_PORT) {
            throw new CommandFailed(Problem.BAD_VALUE, written, "--port", "0-" + MAX_PORT);
        }
        return Integer.parseInt(written);
    }

    private static DevServer start(
            Invocation invocation, Path folder, int port, Function<Handbook, Optional<HandbookStatus>> verification)
            throws CommandFailed, IOException {
        try (ProgressDisplay progress = invocation.progress()) {
            return DevServer.start(
                    folder,
                    port,
                    JteTheme::of,
                    GitHistory.lastChanges(folder),
                    verification,
                    new ServeReport(invocation, folder),
                    progress);
        } catch (BindException e) {
            throw new CommandFailed(Problem.PORT_TAKEN, String.valueOf(port));
        }
    }
}
