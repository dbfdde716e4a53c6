package dev.runbook.junit;

/** A step or a runbook could not be run, or it cannot be known what came of it: that says nothing about it. */
final class NotRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotRunException(String message) {
        super(message);
    }
}
