@NullMarked
package dev.runbook.exec.ssh;

import org.jspecify.annotations.NullMarked;
