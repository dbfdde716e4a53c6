@NullMarked
package dev.runbook.exec.container;

import org.jspecify.annotations.NullMarked;
