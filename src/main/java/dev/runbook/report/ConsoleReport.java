package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;

/** For a person: each diagnostic with its source line, and a sum at the end. */
public final class ConsoleReport implements Report {
    private final DiagnosticPrinter printer;
    private final Messages messages;
    private final boolean summary;

    /**
     * A report in the printer's language.
     *
     * @param summary whether a last line counts what was found
     */
    public ConsoleReport(DiagnosticPrinter printer, Language language, boolean summary) {
        this.printer = printer;
        this.messages = Messages.of(ConsoleReport.class, "report", language);
        this.summary = summary;
    }

    @Override
    public String render(Findings findings) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : findings.diagnostics()) {
            out.append(printer.print(diagnostic));
        }
        if (summary) {
            out.append(sum(findings)).append('\n');
        }
        return out.toString();
    }

    private String sum(Findings findings) {
        String pages = count("pages", findings.pages());
        if (findings.diagnostics().isEmpty()) {
            return messages.get("clean", pages);
        }
        String sum =
                messages.get("sum", count("errors", findings.errors()), count("warnings", findings.warnings()), pages);
        boolean onlyStrict = findings.strict() && findings.errors() == 0;
        return onlyStrict ? sum + messages.get("strict") : sum;
    }

    private String count(String what, long number) {
        return messages.get(what + (number == 1 ? ".one" : ".many"), number);
    }
}
