/** Tests of the command line, in process: streams, environment and folder are given. */
@NullMarked
package dev.runbook.cli;

import org.jspecify.annotations.NullMarked;
