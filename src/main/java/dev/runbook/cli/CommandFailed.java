package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.source.DiagnosticCode;
import java.util.List;

/** A command cannot be carried out, for a reason that a person can mend. Ends with {@link ExitCode#NOT_DONE}. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient DiagnosticCode problem;
    private final transient List<String> arguments;

    CommandFailed(DiagnosticCode problem, String... arguments) {
        this(problem, List.of(arguments));
    }

    /** For a reason that another part gives. */
    CommandFailed(DiagnosticCode problem, List<String> arguments) {
        super(problem.id() + " " + String.join(", ", arguments));
        this.problem = problem;
        this.arguments = List.copyOf(arguments);
    }

    String message(Language language) {
        return problem.messages(language).get(problem.id(), arguments.toArray());
    }

    String hint(Language language) {
        return problem.messages(language).get(problem.id() + ".hint", arguments.toArray());
    }
}
