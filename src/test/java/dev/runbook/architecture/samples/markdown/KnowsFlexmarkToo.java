package dev.runbook.architecture.samples.markdown;

import com.vladsch.flexmark.parser.Parser;
import dev.runbook.architecture.samples.model.Leaf;

/** Breaks nothing: this package owns the library, and the model is below it. */
public record KnowsFlexmarkToo(Parser parser, Leaf leaf) {}
