/**
 * The use cases, one class each: what the command line offers, without words, options and terminals. Knows the folders
 * and files that it is told to work on, and nothing of the process that it runs in.
 */
@NullMarked
package dev.runbook.app;

import org.jspecify.annotations.NullMarked;
