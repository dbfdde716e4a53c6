/** Tests of the static checks. */
@org.jspecify.annotations.NullMarked
package dev.runbook.check;
