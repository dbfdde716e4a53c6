/**
 * What was found, in the form that its reader needs: a terminal, a program, a review on GitHub. Makes text and prints
 * none; knows nothing of where the findings come from.
 */
@NullMarked
package dev.runbook.report;

import org.jspecify.annotations.NullMarked;
