package dev.runbook.site;

import dev.runbook.check.Translations;
import dev.runbook.model.Page;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page's steps. What is shown as a step is what would be carried out: the original's. */
final class PageSteps {
    private final Map<StepId, Step> originals;
    private final Map<StepId, Step> byId = new HashMap<>();
    private final Map<StepId, Integer> numbers = new HashMap<>();
    private final Map<StepId, List<Step>> undoneBy = new HashMap<>();

    PageSteps(Page page, Runbook shown) {
        originals = Translations.originals(page, shown.language());
        for (Step step : page.original().steps()) {
            byId.put(step.id(), step);
            if (step.role() == Role.EXEC) {
                numbers.put(step.id(), numbers.size() + 1);
            }
            step.undoes()
                    .ifPresent(id -> undoneBy.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(step));
        }
    }

    /** The original of a shown step; the step itself where there is none. */
    Step original(Step shown) {
        return originals.getOrDefault(shown.id(), shown);
    }

    /** The changing steps' numbers, from 1. */
    Optional<Integer> number(Step original) {
        return Optional.ofNullable(numbers.get(original.id()));
    }

    /** A step of the original. */
    Optional<Step> byId(StepId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The steps that take this one back. */
    List<Step> undoneBy(Step original) {
        return undoneBy.getOrDefault(original.id(), List.of());
    }
}
