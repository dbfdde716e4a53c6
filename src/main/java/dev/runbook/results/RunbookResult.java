package dev.runbook.results;

import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One runbook's result. It stands for itself: results of several runs and machines are put together by runbook.
 *
 * @param file the original's path in the handbook
 * @param digest of all that it depends on: text, environment, values, the runbooks that it requires; unchanged means that it
 *     need not be run again
 * @param commit of the handbook, where it is in a repository
 * @param error why it could not be run as a whole
 */
public record RunbookResult(
        RunbookId id,
        String file,
        String digest,
        Optional<String> commit,
        Setting setting,
        Instant started,
        Duration duration,
        List<StepProof> steps,
        Optional<Diagnostic> error) {
    public RunbookResult {
        steps = List.copyOf(steps);
    }

    /** That of the weakest step. */
    public Label label() {
        Label weakest = error.isPresent() ? Label.ERRORED : Label.PASSED;
        for (StepProof step : steps) {
            weakest = weakest.weaker(step.label());
        }
        return weakest;
    }
}
