/** Titles drawn as PNG pictures, without a screen. Knows nothing of handbooks and sites. */
@org.jspecify.annotations.NullMarked
package dev.runbook.picture;
