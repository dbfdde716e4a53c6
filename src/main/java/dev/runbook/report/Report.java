package dev.runbook.report;

/** A form in which findings are told. */
public interface Report {
    /** All of it, with a last newline unless there is nothing to say. */
    String render(Findings findings);
}
