/**
 * Source texts, places in them, and what there is to say about those places. Knows nothing of Markdown: a diagnostic of
 * any package is made, sorted and printed with what is here.
 */
@NullMarked
package dev.runbook.source;

import org.jspecify.annotations.NullMarked;
