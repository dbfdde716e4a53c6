package dev.runbook.outcome;

/**
 * Where steps were run.
 *
 * @param kind {@code local}, {@code ssh}, {@code rehearsal} or {@code container}
 * @param host the machine's own name
 * @param user the account that the shells were started from
 */
public record Place(String kind, String host, String user) {}
