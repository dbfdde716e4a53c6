/**
 * The use cases: what the command line's commands do, without the command line. Nothing here prints, exits or knows of
 * arguments.
 */
@NullMarked
package dev.runbook.app;

import org.jspecify.annotations.NullMarked;
