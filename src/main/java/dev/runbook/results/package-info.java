/**
 * What verification found out: of each runbook and each of its steps one label, with the proof behind it and where it was
 * had. Values, and what is written of them. Knows nothing of how a step is run.
 */
@NullMarked
package dev.runbook.results;

import org.jspecify.annotations.NullMarked;
