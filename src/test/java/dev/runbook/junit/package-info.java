@NullMarked
package dev.runbook.junit;

import org.jspecify.annotations.NullMarked;
