@org.jspecify.annotations.NullMarked
package dev.runbook.picture;
