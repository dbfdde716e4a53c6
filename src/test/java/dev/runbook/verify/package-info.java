@NullMarked
package dev.runbook.verify;

import org.jspecify.annotations.NullMarked;
