package dev.runbook.results;

import dev.runbook.model.RunbookId;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said of a handbook's runbooks as they are now.
 *
 * @param runbooks by id: every page that has steps for a machine, and every other page that has a result
 */
public record HandbookStatus(Map<RunbookId, RunbookStatus> runbooks) {
    public HandbookStatus {
        runbooks = Map.copyOf(runbooks);
    }

    public Optional<RunbookStatus> of(RunbookId id) {
        return Optional.ofNullable(runbooks.get(id));
    }
}
