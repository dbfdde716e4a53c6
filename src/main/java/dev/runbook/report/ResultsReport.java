package dev.runbook.report;

import dev.runbook.results.Results;

/** A form in which a verification's results are told. */
public interface ResultsReport {
    /** All of it, with a last newline unless there is nothing to say. */
    String render(Results results);
}
