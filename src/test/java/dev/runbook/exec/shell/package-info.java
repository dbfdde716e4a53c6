@NullMarked
package dev.runbook.exec.shell;

import org.jspecify.annotations.NullMarked;
