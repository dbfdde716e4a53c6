/**
 * The use cases: what a command does, from a folder to its result. Knows nothing of the terminal: what there is to say
 * comes back as values and diagnostics.
 */
@NullMarked
package dev.runbook.app;

import org.jspecify.annotations.NullMarked;
