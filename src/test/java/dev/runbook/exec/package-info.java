@NullMarked
package dev.runbook.exec;

import org.jspecify.annotations.NullMarked;
