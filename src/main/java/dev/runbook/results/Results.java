package dev.runbook.results;

import dev.runbook.model.RunbookId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results of a handbook's runbooks.
 *
 * @param tool the version of the program that made them
 * @param runbooks by id, each once
 */
public record Results(String tool, List<RunbookResult> runbooks) {
    public Results {
        runbooks = List.copyOf(runbooks);
    }

    public Optional<RunbookResult> of(RunbookId id) {
        return runbooks.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Puts parts together; of two results of one runbook the later one counts. */
    public static Results merged(String tool, Collection<Results> parts) {
        TreeMap<RunbookId, RunbookResult> all = new TreeMap<>();
        for (Results part : parts) {
            for (RunbookResult result : part.runbooks()) {
                all.merge(result.id(), result, (a, b) -> b.started().isAfter(a.started()) ? b : a);
            }
        }
        return new Results(tool, List.copyOf(all.values()));
    }
}
