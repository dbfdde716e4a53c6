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
        out.append(diagnostic.isError() ? "::error" : "::warning")
                .append(" file=")
                .append(property(displayPath.apply(span.file())))
                .append(",line=")
                .append(span.startLine());
        // GitHub refuses columns on an annotation of several lines.
        if (span.endLine() == span.startLine()) {
            out.append(",col=").append(span.startColumn());
            // Its end column is inclusive.
            out.append(",endColumn=").append(Math.max(span.startColumn(), span.endColumn() - 1));
        }
        out.append(",endLine=")
                .append(span.endLine())
                .append(",title=")
                .append(property("runbook " + diagnostic.code().id()))
                .append("::")
                .append(data(diagnostic.message(language) + "\n" + diagnostic.hint(language)))
                .append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
