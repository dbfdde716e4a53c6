/** The rules of the packages, held by ArchUnit, and for each rule a test that it can fail. */
@org.jspecify.annotations.NullMarked
package dev.runbook.architecture;
