@NullMarked
package dev.runbook.match;

import org.jspecify.annotations.NullMarked;
