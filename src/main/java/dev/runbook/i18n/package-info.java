/**
 * The languages people read, the texts in them, and how wide a text is on a terminal. Knows nothing of runbooks: every
 * other package may use it.
 */
@NullMarked
package dev.runbook.i18n;

import org.jspecify.annotations.NullMarked;
