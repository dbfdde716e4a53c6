package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * For programs: one JSON object, {@code {"version":1, "holds", "pages", "errors", "warnings", "diagnostics":[…]}}. A
 * diagnostic has {@code code}, {@code severity} ({@code error}, {@code warning}), {@code file}, {@code line},
 * {@code column}, {@code endLine}, {@code endColumn} (from 1, columns in code points, the end exclusive), {@code message}
 * and {@code hint}. Keys are added over time; none changes its meaning within a version.
 */
public final class JsonReport implements Report {
    private static final int VERSION = 1;

    private final Language language;
    private final Function<String, String> displayPath;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from a span's file to the path that the reader can open
     */
    public JsonReport(Language language, Function<String, String> displayPath) {
        this.language = language;
        this.displayPath = displayPath;
    }

    @Override
    public String render(Findings findings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", VERSION);
        report.put("holds", findings.hold());
        report.put("pages", findings.pages());
        report.put("errors", findings.errors());
        report.put("warnings", findings.warnings());
        report.put(
                "diagnostics",
                findings.diagnostics().stream().map(this::diagnostic).toList());
        return Json.pretty(report);
    }

    /** One diagnostic's fields. */
    Map<String, Object> diagnostic(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", diagnostic.code().id());
        fields.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        fields.put("file", displayPath.apply(span.file()));
        fields.put("line", span.startLine());
        fields.put("column", span.startColumn());
        fields.put("endLine", span.endLine());
        fields.put("endColumn", span.endColumn());
        fields.put("message", diagnostic.message(language));
        fields.put("hint", diagnostic.hint(language));
        return fields;
    }
}
