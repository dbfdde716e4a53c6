/** Tests of sources and diagnostics. */
@NullMarked
package dev.runbook.source;

import org.jspecify.annotations.NullMarked;
