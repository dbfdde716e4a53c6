/** {@code runbook}: a folder of Markdown runbooks as a bilingual handbook site and as procedures that can be proven. */
@NullMarked
package dev.runbook;

import org.jspecify.annotations.NullMarked;
