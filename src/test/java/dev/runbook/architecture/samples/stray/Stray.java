package dev.runbook.architecture.samples.stray;

/** Breaks the rule that every package has its place in the order. */
public record Stray(String name) {}
