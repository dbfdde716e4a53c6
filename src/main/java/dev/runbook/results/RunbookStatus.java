package dev.runbook.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said of a runbook as it is now.
 *
 * @param standing that of the weakest step, or weaker
 * @param rearranged whether steps were moved or removed since: then each may hold, and all together were never run
 * @param otherBasis whether something else was changed that the result rests on: the environment, values, what it requires
 * @param steps by name, in the runbook's order; those of the runbook as it is now and no others
 * @param result of the last time; empty where it was never run
 */
public record RunbookStatus(
        Standing standing,
        boolean rearranged,
        boolean otherBasis,
        Map<String, StepStatus> steps,
        Optional<RunbookResult> result) {
    public RunbookStatus {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Of a step that is not among them nothing may be said. */
    public StepStatus step(String name) {
        return steps.getOrDefault(name, StepStatus.NEVER);
    }
}
