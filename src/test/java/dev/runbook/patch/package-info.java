@NullMarked
package dev.runbook.patch;

import org.jspecify.annotations.NullMarked;
