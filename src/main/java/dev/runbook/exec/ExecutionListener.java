package dev.runbook.exec;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.util.List;

/**
 * Is told what happens, as it happens, by the executor's thread; nothing that it is told holds a secret.
 *
 * <p>{@link #planned} comes first, once; {@link #ended} last, once. Between them each try of a step is either
 * judged or skipped ({@link #finished} alone), or {@link #started} once, then {@link #output}
 * any number of times, then {@link #finished} once. A step may come more than once: tried again, or gone back to.
 */
public interface ExecutionListener {
    /** What will be gone through, in order. */
    default void planned(Plan plan) {}

    /**
     * What was decided about a step, before it is acted upon; of the decision's texts, secrets are masked. Not told of a
     * rule's {@link Decision.Run}, which {@link #started} follows.
     */
    default void decided(PlannedStep step, Decision decision) {}

    /** A person was given a shell at a step: what is done in it, nothing else tells. */
    default void shellOpened(PlannedStep step) {}

    /**
     * A step begins to run.
     *
     * @param edited whether its code is not the document's
     */
    default void started(PlannedStep step, String code, boolean edited) {}

    /** A part of what the step writes, cut anywhere. */
    default void output(PlannedStep step, byte[] bytes) {}

    /** A try of {@code retry=} did not hold, and another will follow. */
    default void retrying(PlannedStep step, int tries, StepOutcome outcome) {}

    /** The step's outcome. */
    default void finished(PlannedStep step, StepOutcome outcome) {}

    /** Output of a process that an earlier step left in the background. */
    default void stray(Output output) {}

    /** The undo steps of what was done are next: in this order. */
    default void undoing(List<PlannedStep> steps) {}

    default void ended(Transcript transcript) {}
}
