/**
 * The use cases: build, sync and the like. Each reads what it needs, does one thing and returns what came of it; how that
 * is shown is the caller's affair.
 */
@NullMarked
package dev.runbook.app;

import org.jspecify.annotations.NullMarked;
