package dev.runbook.check;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what the checks of one page find. */
final class Findings {
    private final List<Diagnostic> found = new ArrayList<>();

    void add(CheckCode code, Span span, Object... arguments) {
        found.add(Diagnostic.of(code, span, arguments));
    }

    List<Diagnostic> all() {
        return found;
    }
}
