package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.function.Function;

/** For GitHub Actions: one workflow command a diagnostic, shown at the line in the pull request. */
public final class GithubReport implements Report {
    private final Language language;
    private final Function<String, String> displayPath;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from a span's file to its path in the repository
     */
    public GithubReport(Language language, Function<String, String> displayPath) {
        this.language = language;
        this.displayPath = displayPath;
    }

    @Override
    public String render(Findings findings) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : findings.diagnostics()) {
            append(out, diagnostic);
        }
        return out.toString();
    }

    private void append(StringBuilder out, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        WorkflowCommand command = new WorkflowCommand(diagnostic.isError() ? "error" : "warning")
                .with("file", displayPath.apply(span.file()))
                .with("line", span.startLine());
        // GitHub refuses columns on an annotation of several lines.
        if (span.endLine() == span.startLine()) {
            // Its end column is inclusive.
            command.with("col", span.startColumn())
                    .with("endColumn", Math.max(span.startColumn(), span.endColumn() - 1));
        }
        out.append(command.with("endLine", span.endLine())
                .with("title", "runbook " + diagnostic.code().id())
                .says(diagnostic.message(language) + "\n" + diagnostic.hint(language)));
    }
}
