package dev.runbook.architecture.samples.i18n;

import dev.runbook.architecture.samples.model.Leaf;

/** Breaks the order: a lower package that knows a higher one. */
public record KnowsModel(Leaf leaf) {}
