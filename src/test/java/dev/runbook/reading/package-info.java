/**
 * What readers do, in a real browser, on a site that the product built: of {@code src/test/sample-handbook}, with results
 * of every kind.
 */
@NullMarked
package dev.runbook.reading;

import org.jspecify.annotations.NullMarked;
