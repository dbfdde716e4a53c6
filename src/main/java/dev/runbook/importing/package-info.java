/**
 * A plain-text memo to a handbook's draft: which line is a heading, a step, a command, a file's content, and what of it
 * is not certain. Pure: bytes in, texts and diagnostics out. Each line of the memo goes to one place of the draft or of
 * the report, which {@link dev.runbook.importing.Account} holds. It must not know files, terminals, or how a draft is
 * carried out.
 */
@NullMarked
package dev.runbook.importing;

import org.jspecify.annotations.NullMarked;
