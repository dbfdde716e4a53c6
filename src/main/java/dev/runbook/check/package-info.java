/**
 * What can be said of a handbook without running anything: whether names and links lead somewhere, whether a translation
 * holds the original's procedure, whether a check could ever fail, whether Japanese comes out as it was meant. Pure: no
 * file is read or written here, and nothing is known of how a handbook is parsed or shown.
 */
@NullMarked
package dev.runbook.check;

import org.jspecify.annotations.NullMarked;
