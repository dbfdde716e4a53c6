package dev.runbook.verify;

import dev.runbook.exec.PlannedStep;
import dev.runbook.results.Label;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a step's verification beforehand.
 *
 * @param without what will be said of it where it is not going to be run, whatever comes before it: {@link Label#MANUAL}
 *     or {@link Label#SKIPPED}
 */
public record Foreseen(PlannedStep step, Optional<Label> without) {
    /** The steps of a runbook's verification, in order. */
    public static List<Foreseen> of(Subject subject) {
        Policy policy = new Policy(subject.environment(), false);
        return RunbookRun.plan(subject.runbook()).steps().stream()
                .map(step -> new Foreseen(step, policy.without(step)))
                .toList();
    }
}
