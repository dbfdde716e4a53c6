/** What several tests need. */
@org.jspecify.annotations.NullMarked
package dev.runbook.testing;
