package dev.runbook.results;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.List;

/** A text holds no results that can be read here. */
public final class BadResults extends Exception {
    private static final long serialVersionUID = 1;

    private final ResultsCode code;
    private final transient List<String> arguments;

    BadResults(ResultsCode code, String... arguments) {
        super(code.id() + ": " + String.join(", ", arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What is wrong, said of the file that the text is from. */
    public Diagnostic in(String file) {
        return new Diagnostic(code, Span.startOf(file), arguments);
    }
}
