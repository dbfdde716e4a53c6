package dev.runbook.model;

import dev.runbook.source.Span;

/** A value and where its author wrote it. */
public record Located<T>(T value, Span span) {}
