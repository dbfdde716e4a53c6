/** Tests of reading. */
@NullMarked
package dev.runbook.markdown;

import org.jspecify.annotations.NullMarked;
