package dev.runbook.cli;

import dev.runbook.app.CheckHandbook;
import dev.runbook.app.VerifyHandbook;
import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.app.VerifyHandbook.Verified;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.report.TextResults;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.Shard;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.verify.Checkpoints;
import dev.runbook.verify.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook verify [ID...]}. */
final class VerifyCommand implements Command {
    static final String BASE_IMAGE = "RUNBOOK_BASE_IMAGE";

    private static final String PATH = "verify";
    private static final String DEFAULT_RESULTS = "target/verify";
    private static final int MAX_JOBS = 256;

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "ID", "0..*").build())
                .addOption(specs.flag(PATH, "--force", "-f").build())
                .addOption(specs.value(PATH, "N", "--jobs", "-j").build())
                .addOption(specs.flag(PATH, "--fail-fast").build())
                .addOption(specs.value(PATH, "I/N", "--shard").build())
                .addOption(specs.value(PATH, "NAME", "--env").build())
                .addOption(specs.value(PATH, "IMAGE", "--base-image").build())
                .addOption(specs.flag(PATH, "--keep").build())
                .addOption(specs.flag(PATH, "--idempotent").build())
                .addOption(specs.flag(PATH, "--undo-too").build())
                .addOption(specs.flag(PATH, "--watch").build())
                .addOption(specs.value(PATH, "DIR", "--results").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        return invocation.flag("--watch")
                ? new VerifyWatch(invocation).run(checkpoints -> once(invocation, Optional.of(checkpoints)))
                : once(invocation, Optional.empty());
    }

    private static int once(Invocation invocation, Optional<Checkpoints> checkpoints)
            throws CommandFailed, IOException {
        Path folder = invocation.handbook();
        Parsed<Handbook> checked;
        try (ProgressDisplay progress = invocation.progress()) {
            checked = CheckHandbook.check(folder, progress);
        }
        Request request = request(invocation, folder, checked.value());
        refuseErrors(invocation, folder, checked, request);
        Parsed<Verified> verified;
        try (VerifyDisplay display = VerifyDisplay.of(invocation)) {
            verified = VerifyHandbook.verify(request, display, checkpoints);
        } catch (ContainerException e) {
            throw new CommandFailed(e.code(), e.arguments().toArray(String[]::new));
        }
        new ProblemPrinter(invocation, folder, checked.value()).print(verified.diagnostics());
        if (verified.diagnostics().stream().anyMatch(VerifyCommand::isInTheWay)) {
            return ExitCode.NOT_DONE;
        }
        Verified value = verified.value();
        if (checkpoints.isEmpty() || !value.fresh().runbooks().isEmpty()) {
            // Who watches sees what was done now, not all that held before.
            report(invocation, folder, request, value, checkpoints.isEmpty() ? value.results() : value.fresh());
        }
        return exitCode(verified.value());
    }

    /** Results of before that cannot be read keep nothing from being verified. */
    private static boolean isInTheWay(Diagnostic diagnostic) {
        return diagnostic.isError() && !(diagnostic.code() instanceof dev.runbook.results.ResultsCode);
    }

    /** Runbooks that do not say clearly what is to be done are not begun. */
    private static void refuseErrors(Invocation invocation, Path folder, Parsed<Handbook> checked, Request request)
            throws CommandFailed {
        List<String> files = request.named().stream()
                .flatMap(id -> checked.value().page(id).stream())
                .map(page -> page.original().source().name())
                .toList();
        List<Diagnostic> errors = checked.diagnostics().stream()
                .filter(Diagnostic::isError)
                .filter(d -> files.isEmpty() || files.contains(d.span().file()))
                .toList();
        if (!errors.isEmpty()) {
            new ProblemPrinter(invocation, folder, checked.value()).print(errors);
            String what = request.named().isEmpty()
                    ? invocation.shown(folder)
                    : request.named().stream().map(RunbookId::path).collect(Collectors.joining(", "));
            throw new CommandFailed(Problem.RUNBOOK_NOT_RUNNABLE, what, String.valueOf(errors.size()));
        }
    }

    private static Request request(Invocation invocation, Path folder, Handbook handbook) throws CommandFailed {
        List<RunbookId> named = invocation.arguments().isEmpty()
                ? List.of()
                : RunbookArguments.some(handbook, invocation.arguments()).stream()
                        .map(page -> page.id())
                        .toList();
        Options options = new Options(
                1,
                invocation.flag("--fail-fast"),
                invocation.flag("--keep"),
                invocation.flag("--idempotent"),
                invocation.flag("--undo-too"),
                baseImage(invocation),
                handbook.config().timezone());
        return new Request(
                folder,
                handbook,
                named,
                invocation.value("--env"),
                invocation.flag("--force"),
                shard(invocation),
                invocation.path(invocation.value("--results").orElse(DEFAULT_RESULTS)),
                jobs(invocation),
                options,
                Version.running());
    }

    static Optional<String> baseImage(Invocation invocation) {
        return invocation
                .value("--base-image")
                .or(() -> Optional.of(invocation.host().variable(BASE_IMAGE)).filter(name -> !name.isEmpty()));
    }

    private static Optional<Integer> jobs(Invocation invocation) throws CommandFailed {
        Optional<String> written = invocation.value("--jobs");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!written.get().matches("[1-9][0-9]{0,2}") || Integer.parseInt(written.get()) > MAX_JOBS) {
            throw new CommandFailed(Problem.BAD_VALUE, written.get(), "--jobs", "1-" + MAX_JOBS);
        }
        return Optional.of(Integer.parseInt(written.get()));
    }

    private static Optional<Shard> shard(Invocation invocation) throws CommandFailed {
        Optional<String> written = invocation.value("--shard");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Shard> shard = Shard.parse(written.get());
        if (shard.isEmpty()) {
            throw new CommandFailed(Problem.BAD_VALUE, written.get(), "--shard", "1/5, 2/5 …");
        }
        return shard;
    }

    /** The report on standard output: other forms of it belong here. */
    private static void report(Invocation invocation, Path folder, Request request, Verified verified, Results said) {
        if (!invocation.quiet() || verified.label() == Label.FAILED || verified.label() == Label.ERRORED) {
            TextResults report = new TextResults(
                    invocation.language(), invocation.style().colour(), file -> invocation.shown(folder.resolve(file)));
            invocation.out().print(report.render(said));
        }
        if (!invocation.quiet()) {
            String file = invocation.shown(request.results().resolve(VerifyHandbook.FILE));
            invocation.out().println(invocation.text("verify.results.at", file));
        }
        if (!verified.notRun().isEmpty()) {
            String ids = verified.notRun().stream().map(RunbookId::path).collect(Collectors.joining(", "));
            invocation.host().err().println(invocation.text("verify.not-run", ids));
        }
    }

    /** What does not hold matters more than what could not be run. */
    private static int exitCode(Verified verified) {
        boolean failed = verified.results().runbooks().stream().anyMatch(r -> r.label() == Label.FAILED);
        if (failed) {
            return ExitCode.DOES_NOT_HOLD;
        }
        boolean whole = verified.label() != Label.ERRORED && verified.notRun().isEmpty();
        return whole ? ExitCode.HOLDS : ExitCode.NOT_DONE;
    }
}
