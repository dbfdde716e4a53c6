/**
 * Runbooks as tests: an engine of the JUnit Platform. It asks {@code app} to verify, and puts what it is told into the
 * platform's events. Nothing here carries a step out or knows a container.
 */
@NullMarked
package dev.runbook.junit;

import org.jspecify.annotations.NullMarked;
