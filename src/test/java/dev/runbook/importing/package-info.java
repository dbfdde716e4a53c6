/** Memos and the drafts that are made of them. */
@NullMarked
package dev.runbook.importing;

import org.jspecify.annotations.NullMarked;
