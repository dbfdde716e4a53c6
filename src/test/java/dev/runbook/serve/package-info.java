/** Tests of the development server over HTTP. */
@org.jspecify.annotations.NullMarked
package dev.runbook.serve;
