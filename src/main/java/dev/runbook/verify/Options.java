package dev.runbook.verify;

import java.util.Optional;

/**
 * How runbooks are verified.
 *
 * @param jobs how many at a time
 * @param failFast whether nothing more is begun after the first that does not hold
 * @param keep whether containers stay
 * @param idempotent whether each is carried out twice
 * @param undoToo whether each is taken back after it
 * @param baseImage in place of the one that a Dockerfile names
 * @param timezone an IANA name, for the shells
 */
public record Options(
        int jobs,
        boolean failFast,
        boolean keep,
        boolean idempotent,
        boolean undoToo,
        Optional<String> baseImage,
        String timezone) {}
