package dev.runbook.markdown;

import java.util.Optional;

/**
 * Where a link leads, with escapes undone.
 *
 * @param end the index behind what was read
 */
record LinkTarget(String destination, Optional<String> title, int end) {}
