@NullMarked
package dev.runbook.exec.local;

import org.jspecify.annotations.NullMarked;
