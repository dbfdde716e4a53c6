package dev.runbook.source;

import java.util.List;

/**
 * A value and all that was found wrong on the way to it. There is always a value, made of what could be understood.
 *
 * @param diagnostics in the order of {@link Diagnostic#ORDER}
 */
public record Parsed<T>(T value, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).toList();
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
