/** Commands, terminal and exit codes: the only package that touches the process it runs in. */
@NullMarked
package dev.runbook.cli;

import org.jspecify.annotations.NullMarked;
