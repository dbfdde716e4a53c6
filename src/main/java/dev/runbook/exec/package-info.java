/**
 * Carrying out a plan of steps. {@link dev.runbook.exec.Executor} has the order, retries, expectations and what follows from
 * an outcome; {@link dev.runbook.exec.Backend} is mechanism only: run this as that user there, and give back what it wrote;
 * {@link dev.runbook.exec.Decider} is who decides between steps, a person or a rule.
 */
@NullMarked
package dev.runbook.exec;

import org.jspecify.annotations.NullMarked;
