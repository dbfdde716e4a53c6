package dev.runbook.exec.container;

import java.util.List;

/** A container cannot be had, or was lost. */
public final class ContainerException extends Exception {
    private static final long serialVersionUID = 1;

    private final ContainerCode code;
    private final transient List<String> arguments;

    /**
     * A reason as a diagnostic's code and arguments.
     *
     * @param code its texts say what the arguments are
     */
    public ContainerException(ContainerCode code, String... arguments) {
        super(code.id() + " " + String.join(", ", arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public ContainerCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
