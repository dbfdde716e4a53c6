package dev.runbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import dev.runbook.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReportTest {
    private static final SourceFile SOURCE = SourceFile.of("a,b:c/手順.md", "# 題名\n\nサーバーを`再起動`する 100%\n二行目\n");
    private static final Findings FINDINGS = new Findings(
            3,
            List.of(
                    Diagnostic.of(Sample.SAMPLE_WARNING, new Span(SOURCE.name(), 3, 1, 4, 3), "100%\nx"),
                    Diagnostic.of(Sample.SAMPLE_ERROR, new Span(SOURCE.name(), 3, 7, 3, 10), "再起動"),
                    Diagnostic.of(Sample.SAMPLE_ERROR, Span.startOf("missing.md"), "missing")),
            false);

    private final Golden golden = new Golden("report");

    @ParameterizedTest
    @EnumSource
    void console(Language language) {
        golden.check(
                "console." + language.code() + ".txt", console(language, true).render(FINDINGS));
    }

    @ParameterizedTest
    @EnumSource
    void json(Language language) {
        golden.check(
                "report." + language.code() + ".json", new JsonReport(language, f -> "runbooks/" + f).render(FINDINGS));
    }

    @ParameterizedTest
    @EnumSource
    void github(Language language) {
        golden.check(
                "github." + language.code() + ".txt",
                new GithubReport(language, f -> "runbooks/" + f).render(FINDINGS));
    }

    @Test
    void nothingFoundIsSaidInOneLineOrNotAtAll() {
        Findings none = new Findings(1, List.of(), true);

        assertEquals("No problems in 1 page.\n", console(Language.EN, true).render(none));
        assertEquals("", console(Language.EN, false).render(none));
        assertEquals("", new GithubReport(Language.EN, f -> f).render(none));
    }

    @Test
    void warningsCountOnlyWhenStrict() {
        List<Diagnostic> warning = List.of(Diagnostic.of(Sample.SAMPLE_WARNING, Span.startOf("a.md"), "x"));

        assertTrue(new Findings(1, warning, false).hold());
        assertFalse(new Findings(1, warning, true).hold());
        assertFalse(FINDINGS.hold());
    }

    private static ConsoleReport console(Language language, boolean summary) {
        DiagnosticPrinter printer = new DiagnosticPrinter(
                language, false, f -> f, f -> f.equals(SOURCE.name()) ? Optional.of(SOURCE) : Optional.empty());
        return new ConsoleReport(printer, language, summary);
    }
}
