/**
 * What was found, and what verification gave, in the form that its reader needs: a terminal, a program, a review on
 * GitHub. Makes text and prints none; knows nothing of where findings and results come from.
 */
@NullMarked
package dev.runbook.report;

import org.jspecify.annotations.NullMarked;
