package dev.runbook.junit;

import dev.runbook.i18n.Language;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.List;
import org.junit.platform.commons.JUnitException;

/** What was selected or configured cannot be: the platform shows the message. */
final class SelectionException extends JUnitException {
    private static final long serialVersionUID = 1;

    SelectionException(Language language, JunitCode code, List<String> arguments) {
        super(said(language, code, arguments));
        // Whoever made the mistake made it elsewhere.
        setStackTrace(new StackTraceElement[0]);
    }

    private static String said(Language language, JunitCode code, List<String> arguments) {
        Diagnostic problem = Diagnostic.of(code, Span.startOf(""), arguments.toArray());
        return problem.message(language) + "\n" + problem.hint(language);
    }
}
