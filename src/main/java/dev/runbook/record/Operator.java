package dev.runbook.record;

/**
 * Who carries a runbook out.
 *
 * @param user the account, as in {@code alice}; behind {@code sudo} both, as in {@code alice (root)}
 * @param host the machine that the tool runs on
 * @param pid of the tool's process there
 */
public record Operator(String user, String host, long pid) {}
