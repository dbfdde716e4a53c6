/**
 * What came of carrying steps out: outputs, how they differ from what was expected, one outcome a step, and the transcript
 * of a whole run. Values only, without secrets: what is here may be shown and kept. Knows nothing of how a step is run.
 */
@NullMarked
package dev.runbook.outcome;

import org.jspecify.annotations.NullMarked;
