/**
 * A handbook as it was read: runbooks, their sections and blocks, steps with their options and expectations. Values
 * only: nothing here reads a file, renders or runs, and no other package's types but {@code source} and {@code i18n}
 * occur.
 */
@NullMarked
package dev.runbook.model;

import org.jspecify.annotations.NullMarked;
