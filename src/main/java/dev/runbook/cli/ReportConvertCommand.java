package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.report.GithubResults;
import dev.runbook.report.JunitReport;
import dev.runbook.report.MarkdownResults;
import dev.runbook.report.ResultsReport;
import dev.runbook.report.TapReport;
import dev.runbook.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook report convert --format FORM FILE...}. */
final class ReportConvertCommand implements Command {
    private static final String PATH = "report.convert";

    /** Where GitHub Actions takes a job's summary from; all that is appended is shown. */
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "FILE", "1..*").build())
                .addOption(specs.choice(PATH, List.of("junit", "tap", "github", "markdown"), "--format")
                        .required(true)
                        .build())
                .addOption(specs.value(PATH, "FILE", "--out").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        Optional<Results> results = ReportFiles.read(invocation);
        if (results.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        Function<String, String> paths = ReportFiles.repositoryPaths(invocation);
        String format = invocation.value("--format").orElseThrow();
        ReportFiles.write(
                invocation, report(format, invocation.language(), paths).render(results.get()));
        String summary = invocation.host().variable(SUMMARY);
        if (format.equals("github") && !summary.isEmpty()) {
            Files.writeString(
                    Path.of(summary),
                    new MarkdownResults(invocation.language(), paths).render(results.get()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return ExitCode.HOLDS;
    }

    private static ResultsReport report(String format, Language language, Function<String, String> paths) {
        return switch (format) {
            case "junit" -> new JunitReport(language, paths);
            case "tap" -> new TapReport(language, paths);
            case "github" -> new GithubResults(language, paths);
            default -> new MarkdownResults(language, paths);
        };
    }
}
