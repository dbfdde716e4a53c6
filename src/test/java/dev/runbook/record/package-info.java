/** Tests of the record of runs: what is on the disk whatever happens, and what is made of it. */
@NullMarked
package dev.runbook.record;

import org.jspecify.annotations.NullMarked;
