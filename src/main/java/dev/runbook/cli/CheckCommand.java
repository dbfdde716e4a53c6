package dev.runbook.cli;

import dev.runbook.app.CheckHandbook;
import dev.runbook.app.Sources;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.report.ConsoleReport;
import dev.runbook.report.Findings;
import dev.runbook.report.GithubReport;
import dev.runbook.report.JsonReport;
import dev.runbook.report.Report;
import dev.runbook.site.theme.JteTheme;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook check}: reports on standard output, since the report is what was asked for. */
final class CheckCommand implements Command {
    private static final String PATH = "check";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "ID", "0..*").build())
                .addOption(specs.choice(PATH, List.of("text", "json", "github"), "--format")
                        .build())
                .addOption(specs.flag(PATH, "--strict").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Path folder = invocation.handbook();
        Parsed<Handbook> checked;
        try (ProgressDisplay progress = invocation.progress()) {
            checked = CheckHandbook.check(folder, progress);
        }
        List<String> words = invocation.arguments();
        Collection<Page> pages = RunbookArguments.some(checked.value(), words);
        List<Diagnostic> diagnostics = words.isEmpty() ? all(checked, folder) : of(pages, checked.diagnostics());
        Findings findings = new Findings(pages.size(), diagnostics, invocation.flag("--strict"));
        invocation.out().print(report(invocation, folder, checked.value()).render(findings));
        return ExitCode.of(findings.hold());
    }

    /** Of the handbook and its own theme. */
    private static List<Diagnostic> all(Parsed<Handbook> checked, Path folder) {
        List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
        all.addAll(JteTheme.of(folder).diagnostics());
        all.sort(Diagnostic.ORDER);
        return all;
    }

    private static List<Diagnostic> of(Collection<Page> pages, List<Diagnostic> diagnostics) {
        Set<String> files = new HashSet<>();
        for (Page page : pages) {
            files.add(page.original().source().name());
            page.translations().values().forEach(t -> files.add(t.source().name()));
        }
        return diagnostics.stream().filter(d -> files.contains(d.span().file())).toList();
    }

    private static Report report(Invocation invocation, Path folder, Handbook handbook) {
        return switch (invocation.value("--format").orElse("text")) {
            case "json" -> new JsonReport(invocation.language(), file -> shown(invocation, folder, file));
            case "github" -> new GithubReport(invocation.language(), RepositoryPaths.of(invocation.host(), folder));
            default ->
                new ConsoleReport(
                        new DiagnosticPrinter(
                                invocation.language(),
                                invocation.style().colour(),
                                file -> shown(invocation, folder, file),
                                new Sources(folder, handbook)::find),
                        invocation.language(),
                        !invocation.quiet());
        };
    }

    private static String shown(Invocation invocation, Path folder, String file) {
        return invocation.shown(folder.resolve(file));
    }
}
