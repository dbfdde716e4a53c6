/** Classes for the rules' own tests. */
@org.jspecify.annotations.NullMarked
package dev.runbook.architecture.samples.model;
