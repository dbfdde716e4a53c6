package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.Optional;

/**
 * A value that the reader or operator gives.
 *
 * @param name {@code [A-Z_][A-Z0-9_]*}: an environment variable's
 * @param label what it is, in the page's language
 * @param pattern a regular expression that the whole value must match
 * @param secret never shown, recorded or kept
 */
public record Parameter(
        String name,
        Optional<String> label,
        Optional<String> defaultValue,
        Optional<String> pattern,
        boolean secret,
        Span span) {}
