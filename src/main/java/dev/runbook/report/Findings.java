package dev.runbook.report;

import dev.runbook.source.Diagnostic;
import java.util.List;

/**
 * What a check of a handbook found.
 *
 * @param pages how many pages were looked at
 * @param strict whether a warning counts as much as an error
 */
public record Findings(int pages, List<Diagnostic> diagnostics, boolean strict) {
    public Findings {
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).toList();
    }

    public long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    public long warnings() {
        return diagnostics.size() - errors();
    }

    /** Whether the handbook is as it should be. */
    public boolean hold() {
        return strict ? diagnostics.isEmpty() : errors() == 0;
    }
}
