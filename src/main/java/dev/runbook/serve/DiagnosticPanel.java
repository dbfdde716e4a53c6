package dev.runbook.serve;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Diagnostics as they stand in the page that they are about. */
final class DiagnosticPanel {
    private DiagnosticPanel() {}

    /**
     * HTML for the panel. Empty where nothing is an error: warnings alone are for the terminal, and must not stand in
     * the way of reading.
     *
     * @param refused whether the page shows its last good state, since the edit could not be taken in
     */
    static String html(
            List<Diagnostic> diagnostics,
            Language language,
            boolean refused,
            Function<String, Optional<SourceFile>> sources) {
        if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
            return "";
        }
        Messages messages = Messages.of(DiagnosticPanel.class, "serve", language);
        DiagnosticPrinter printer = new DiagnosticPrinter(language, false, file -> file, sources);
        StringBuilder out = new StringBuilder();
        out.append("<button type=\"button\" aria-label=\"")
                .append(escape(messages.get("close")))
                .append("\">×</button><h2>")
                .append(escape(messages.get(refused ? "refused" : "found", diagnostics.size())))
                .append("</h2>");
        for (Diagnostic diagnostic : diagnostics) {
            out.append("<pre>").append(escape(printer.print(diagnostic))).append("</pre>");
        }
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
