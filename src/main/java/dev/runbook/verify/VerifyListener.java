package dev.runbook.verify;

import dev.runbook.exec.container.EngineListener;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;

/**
 * Is told what happens, by several threads. Of each runbook {@link #begun} first, then {@link #step} for each of its steps,
 * and {@link #finished} last.
 */
public interface VerifyListener extends EngineListener {
    /**
     * What will be done.
     *
     * @param unchanged runbooks whose earlier results still stand
     */
    default void planned(int runbooks, int unchanged) {}

    default void begun(RunbookId id) {}

    /**
     * A step begins.
     *
     * @param number from 1, of {@code total}
     */
    default void step(RunbookId id, StepId step, int number, int total) {}

    /** What came of a step that began, or that is left out. Of those that are not reached only {@link #finished} tells. */
    default void stepped(RunbookId id, StepProof proof) {}

    /** Of a runbook that was edited: it is run from this step on only. */
    default void from(RunbookId id, StepId step) {}

    default void finished(RunbookResult result) {}

    /**
     * A container stays.
     *
     * @param enterWith the words that bring a person into it
     */
    default void kept(RunbookId id, String enterWith) {}
}
