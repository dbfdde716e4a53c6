package dev.runbook.source;

import dev.runbook.i18n.Language;
import java.util.Comparator;
import java.util.List;

/**
 * Something to say about a place in a source. Its text is resolved when it is shown, in the reader's language.
 *
 * @param arguments what the texts' {@code {0}}, {@code {1}} … stand for
 */
public record Diagnostic(DiagnosticCode code, Span span, List<String> arguments) {
    /** By file, line, column, then code: the order in which diagnostics are shown. */
    public static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::span).thenComparing(d -> d.code().id());

    public Diagnostic {
        arguments = List.copyOf(arguments);
    }

    public static Diagnostic of(DiagnosticCode code, Span span, Object... arguments) {
        return new Diagnostic(
                code,
                span,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    /** What is wrong. */
    public String message(Language language) {
        return code.messages(language).get(code.id(), arguments.toArray());
    }

    /** What to do about it. */
    public String hint(Language language) {
        return code.messages(language).get(code.id() + ".hint", arguments.toArray());
    }
}
