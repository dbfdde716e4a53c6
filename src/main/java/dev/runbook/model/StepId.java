package dev.runbook.model;

/** A step's stable name: a result is joined to its step by it, never by position. */
public record StepId(RunbookId runbook, String name) {
    /** {@code database/pgbouncer#install}. */
    @Override
    public String toString() {
        return runbook + "#" + name;
    }
}
