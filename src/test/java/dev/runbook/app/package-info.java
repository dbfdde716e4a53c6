/** Tests of the use cases. */
@org.jspecify.annotations.NullMarked
package dev.runbook.app;
