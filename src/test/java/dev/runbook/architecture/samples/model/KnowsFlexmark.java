package dev.runbook.architecture.samples.model;

import com.vladsch.flexmark.parser.Parser;

/** Breaks the confinement of a library. */
public record KnowsFlexmark(Parser parser) {}
