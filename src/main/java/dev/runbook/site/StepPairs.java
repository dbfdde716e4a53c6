package dev.runbook.site;

import dev.runbook.model.Page;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which step of the original each step of the shown version is: the one with its explicit id, else the one in its
 * position. What is shown as a step is what would be carried out: the original's.
 */
final class StepPairs {
    private final IdentityHashMap<Step, Step> originals = new IdentityHashMap<>();
    private final Map<StepId, Step> byId = new HashMap<>();
    private final Map<StepId, Integer> numbers = new HashMap<>();

    StepPairs(Page page, Runbook shown) {
        List<Step> steps = page.original().steps();
        int number = 0;
        for (Step step : steps) {
            byId.put(step.id(), step);
            if (step.role() == Role.EXEC) {
                numbers.put(step.id(), ++number);
            }
        }
        if (shown.language() != page.original().language()) {
            pair(shown.steps(), steps);
        }
    }

    private void pair(List<Step> shown, List<Step> steps) {
        for (int i = 0; i < shown.size(); i++) {
            Step step = shown.get(i);
            Optional<Step> named = step.explicitId() ? Optional.ofNullable(byId.get(step.id())) : Optional.empty();
            Step inPlace = i < steps.size() ? steps.get(i) : step;
            originals.put(step, named.orElse(inPlace));
        }
    }

    /** The original of a shown step; the step itself where there is none. */
    Step original(Step shown) {
        return originals.getOrDefault(shown, shown);
    }

    /** The changing steps' numbers, from 1. */
    Optional<Integer> number(Step original) {
        return Optional.ofNullable(numbers.get(original.id()));
    }

    Optional<Step> byId(StepId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
