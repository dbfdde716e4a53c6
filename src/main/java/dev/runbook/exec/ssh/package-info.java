/** Steps on another machine, by the system's ssh. */
@NullMarked
package dev.runbook.exec.ssh;

import org.jspecify.annotations.NullMarked;
