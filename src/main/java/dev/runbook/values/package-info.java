/**
 * The values that parameters have in one run, and how a value gets into a block without ever becoming code; how a secret is
 * kept out of all that is shown or recorded. Pure: asks nobody and reads no file.
 */
@NullMarked
package dev.runbook.values;

import org.jspecify.annotations.NullMarked;
