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

    /**
     * Whether it holds: each step that a machine can prove was run as it is written now, and passed. What a person must do
     * is not counted, and neither is an undo that nobody asked for. A stub's answer proves the step no more than leaving it
     * out does.
     */
    public boolean holds() {
        return standing.compareTo(Standing.MANUAL) <= 0 && has(Standing.PASSED) && !has(Standing.STUBBED);
    }

    /** Whether there is a step that a machine can prove. */
    public boolean isProvable() {
        return steps.values().stream().anyMatch(step -> step.standing() != Standing.MANUAL);
    }

    private boolean has(Standing wanted) {
        return steps.values().stream().anyMatch(step -> step.standing() == wanted);
    }

    /** Of a step that is not among them nothing may be said. */
    public StepStatus step(String name) {
        return steps.getOrDefault(name, StepStatus.NEVER);
    }
}
