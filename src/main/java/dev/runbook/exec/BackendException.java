package dev.runbook.exec;

import java.util.List;

/** A place cannot do what it was asked, for a reason that lies outside the command itself. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1;

    private final ExecCode code;
    private final transient List<String> arguments;

    /**
     * A reason as a diagnostic's code and arguments; the place in the text is not known here.
     *
     * @param code its texts say what the arguments are
     */
    public BackendException(ExecCode code, String... arguments) {
        super(code.id() + " " + String.join(", ", arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public ExecCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
