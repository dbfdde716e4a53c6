@NullMarked
package dev.runbook.exec.rehearsal;

import org.jspecify.annotations.NullMarked;
