package dev.runbook.cli;

import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that a person named. */
final class StepNames {
    private static final int OFFERED = 12;

    private final Runbook runbook;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** Those of a runbook that {@code exec} can run. */
    StepNames(Runbook runbook) {
        this.runbook = runbook;
        for (Step step : runbook.steps()) {
            if (step.role() != Role.GIVEN) {
                steps.put(step.id().name(), step);
            }
        }
    }

    StepId find(String name) throws CommandFailed {
        Step step = steps.get(name);
        if (step != null) {
            return step.id();
        }
        String id = runbook.id().path();
        Optional<String> similar = Similar.to(name, steps.keySet());
        if (similar.isPresent()) {
            throw new CommandFailed(Problem.UNKNOWN_STEP_SIMILAR, name, id, similar.get());
        }
        List<String> some = steps.keySet().stream().limit(OFFERED).toList();
        String more = steps.size() > OFFERED ? ", …" : "";
        throw new CommandFailed(Problem.UNKNOWN_STEP, name, id, String.join(", ", some) + more);
    }
}
