/**
 * Sessions as shells that are kept open, the same in every place: what places differ in is behind
 * {@link dev.runbook.exec.shell.Launcher}.
 */
@NullMarked
package dev.runbook.exec.shell;

import org.jspecify.annotations.NullMarked;
