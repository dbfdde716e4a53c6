/** Steps on a throw-away copy of this machine. */
@NullMarked
package dev.runbook.exec.rehearsal;

import org.jspecify.annotations.NullMarked;
