package dev.runbook.exec;

import dev.runbook.model.Runbook;
import dev.runbook.model.StepId;
import java.util.List;
import java.util.Map;

/**
 * What will be carried out.
 *
 * @param digest of the document
 * @param steps in order
 * @param undos by the step that they take back, each in the order of the document
 */
public record Plan(Runbook runbook, String digest, List<PlannedStep> steps, Map<StepId, List<PlannedStep>> undos) {
    public Plan {
        steps = List.copyOf(steps);
        undos = Map.copyOf(undos);
    }
}
