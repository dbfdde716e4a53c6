package dev.runbook.exec;

import java.util.Optional;

/** What is to be done next. */
public sealed interface Decision {
    /**
     * Run the step.
     *
     * @param edited code to run in place of the step's own, this once
     */
    record Run(Optional<String> edited) implements Decision {}

    /** Go on without it. */
    record Skip(String why) implements Decision {}

    /** Of a manual step: whether it is done and holds. */
    record Judge(boolean holds, String note) implements Decision {}

    /** Go back to the step before. */
    record Back() implements Decision {}

    /** Take back what was done, last step first, and stop. */
    record Undo() implements Decision {}

    /**
     * Stop here.
     *
     * @param why of a rule: what it stopped at; of a person: may be empty
     */
    record Stop(String why) implements Decision {}
}
