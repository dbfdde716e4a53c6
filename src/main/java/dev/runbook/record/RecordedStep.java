package dev.runbook.record;

import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Role;
import dev.runbook.model.StepId;
import java.util.Optional;

/**
 * A step as it was planned.
 *
 * @param number from 1, over all steps of the runbook
 * @param digest of all that decides what it does
 * @param section the title of the section that it stands in
 * @param line of the document
 * @param undoes of an undo step: the step that it takes back
 */
public record RecordedStep(
        StepId id,
        int number,
        Role role,
        String user,
        String digest,
        String section,
        int line,
        Optional<StepId> undoes) {
    static RecordedStep of(PlannedStep step) {
        return new RecordedStep(
                step.step().id(),
                step.number(),
                step.step().role(),
                step.user(),
                step.digest(),
                step.section().title(),
                step.step().span().startLine(),
                step.step().undoes());
    }
}
