package dev.runbook.cli;

import dev.runbook.app.BuildSite;
import dev.runbook.app.BuildSite.BuildResult;
import dev.runbook.app.CheckHandbook;
import dev.runbook.app.ExportPage;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.SiteDiagnostic;
import dev.runbook.site.Theme;
import dev.runbook.site.ThemeException;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook build}. */
final class BuildCommand implements Command {
    private static final String PATH = "build";
    private static final String SINGLE = "--single-file";
    private static final String DEFAULT_OUT = "target/site";

    /** What is wrong with the place, not with the handbook. */
    private static final Set<SiteDiagnostic> OF_THE_PLACE = EnumSet.of(
            SiteDiagnostic.OUT_NOT_A_SITE,
            SiteDiagnostic.OUT_NOT_A_FOLDER,
            SiteDiagnostic.OUT_OVERLAPS_HANDBOOK,
            SiteDiagnostic.WRITE_FAILED);

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addOption(specs.value(PATH, "DIR", "--out").build())
                .addOption(specs.value(PATH, "ID", SINGLE).build())
                .addOption(specs.value(PATH, ResultsOption.VALUE, ResultsOption.NAME)
                        .build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        long start = System.nanoTime();
        Path folder = invocation.handbook();
        Path out = invocation.path(invocation.value("--out").orElse(DEFAULT_OUT));
        Optional<Function<Handbook, Optional<HandbookStatus>>> verification = ResultsOption.read(invocation);
        if (verification.isEmpty()) {
            invocation.host().err().println(invocation.text("build.failed"));
            return ExitCode.NOT_DONE;
        }
        Optional<String> single = invocation.value(SINGLE);
        if (single.isPresent()) {
            return export(invocation, single.get(), verification.get());
        }
        BuildResult result;
        try (ProgressDisplay progress = invocation.progress()) {
            result = new BuildSite(JteTheme.of(folder), verification.get()).build(folder, out, progress);
        }
        new ProblemPrinter(invocation, folder, result.handbook()).print(result.diagnostics());
        if (result.written()) {
            if (!invocation.quiet()) {
                String taken = seconds(System.nanoTime() - start);
                invocation.out().println(invocation.text("build.done", result.pages(), taken, invocation.shown(out)));
            }
            return ExitCode.HOLDS;
        }
        invocation.host().err().println(invocation.text("build.failed"));
        boolean place = result.diagnostics().stream().anyMatch(BuildCommand::isOfThePlace);
        return place ? ExitCode.NOT_DONE : ExitCode.DOES_NOT_HOLD;
    }

    /** One page, in the current folder where no other is named. */
    private static int export(
            Invocation invocation, String words, Function<Handbook, Optional<HandbookStatus>> verification)
            throws CommandFailed {
        Path folder = invocation.handbook();
        Parsed<Handbook> checked;
        try (ProgressDisplay progress = invocation.progress()) {
            checked = CheckHandbook.check(folder, progress);
        }
        Handbook handbook = checked.value();
        Page page = RunbookArguments.one(handbook, words);
        Parsed<Theme> theme = JteTheme.of(folder);
        List<Diagnostic> found = new ArrayList<>(checked.diagnostics());
        found.addAll(theme.diagnostics());
        if (found.stream().anyMatch(Diagnostic::isError)) {
            return failed(invocation, handbook, found, ExitCode.DOES_NOT_HOLD);
        }
        Path out = invocation.path(invocation.value("--out").orElse("."));
        try {
            List<Path> files =
                    new ExportPage(theme.value()).export(handbook, folder, page, verification.apply(handbook), out);
            if (!invocation.quiet()) {
                files.forEach(file -> invocation.out().println(invocation.shown(file)));
            }
            return ExitCode.HOLDS;
        } catch (ThemeException e) {
            return failed(invocation, handbook, List.of(e.diagnostic()), ExitCode.DOES_NOT_HOLD);
        } catch (IOException | UncheckedIOException e) {
            Diagnostic problem = Diagnostic.of(SiteDiagnostic.WRITE_FAILED, Span.startOf(out.toString()), e.toString());
            return failed(invocation, handbook, List.of(problem), ExitCode.NOT_DONE);
        }
    }

    private static int failed(Invocation invocation, Handbook handbook, List<Diagnostic> problems, int exitCode)
            throws CommandFailed {
        new ProblemPrinter(invocation, invocation.handbook(), handbook).print(problems);
        invocation.host().err().println(invocation.text("build.failed"));
        return exitCode;
    }

    private static boolean isOfThePlace(Diagnostic diagnostic) {
        return diagnostic.code() instanceof SiteDiagnostic code && OF_THE_PLACE.contains(code);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
