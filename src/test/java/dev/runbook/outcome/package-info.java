/** Tests of outcomes and their JSON form. */
@NullMarked
package dev.runbook.outcome;

import org.jspecify.annotations.NullMarked;
