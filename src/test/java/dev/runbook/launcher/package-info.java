/** Tests of the launcher {@code runbook}, by running it with a Java and a Maven that are scripts. */
@NullMarked
package dev.runbook.launcher;

import org.jspecify.annotations.NullMarked;
