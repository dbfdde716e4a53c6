/** Unified diffs applied to texts. Pure. */
@NullMarked
package dev.runbook.patch;

import org.jspecify.annotations.NullMarked;
