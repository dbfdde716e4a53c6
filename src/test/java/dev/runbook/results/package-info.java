/** Tests of results and their form. */
@NullMarked
package dev.runbook.results;

import org.jspecify.annotations.NullMarked;
