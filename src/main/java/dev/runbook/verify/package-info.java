/**
 * Carrying runbooks out in containers of their own, with nobody at hand: what is run where and in what order, and what is
 * then said of each step. Knows no file of results and no terminal.
 */
@NullMarked
package dev.runbook.verify;

import org.jspecify.annotations.NullMarked;
