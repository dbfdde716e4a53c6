@NullMarked
package dev.runbook.values;

import org.jspecify.annotations.NullMarked;
