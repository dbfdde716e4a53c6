package dev.runbook.cli;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a run is: the last outcome of each step. */
final class RunTally implements ExecutionListener {
    private final Map<StepId, StepOutcome> outcomes = new LinkedHashMap<>();
    private List<PlannedStep> steps = List.of();
    private List<PlannedStep> takenBack = List.of();
    private Map<StepId, List<PlannedStep>> undos = Map.of();

    @Override
    public void planned(Plan plan) {
        steps = plan.steps();
        undos = plan.undos();
    }

    @Override
    public void undoing(List<PlannedStep> undoing) {
        takenBack = undoing;
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        outcomes.put(step.step().id(), outcome);
    }

    Optional<StepOutcome> of(PlannedStep step) {
        return Optional.ofNullable(outcomes.get(step.step().id()));
    }

    List<PlannedStep> steps() {
        return steps;
    }

    /** The steps that take back what was done, if that was asked for. */
    List<PlannedStep> takenBack() {
        return takenBack;
    }

    boolean isFirst(PlannedStep step) {
        return !steps.isEmpty() && steps.get(0).step().id().equals(step.step().id());
    }

    /** The steps that take back what ran so far, last first. */
    List<PlannedStep> undoable() {
        List<PlannedStep> found = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            PlannedStep step = steps.get(i);
            if (of(step).flatMap(StepOutcome::ran).isPresent()) {
                found.addAll(undos.getOrDefault(step.step().id(), List.of()));
            }
        }
        return found;
    }
}
