package dev.runbook.architecture.samples.model;

/** Breaks nothing. */
public record Leaf(String name) {}
