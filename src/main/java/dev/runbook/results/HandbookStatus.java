package dev.runbook.results;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import java.util.Map;
import java.util.Optional;

/**
 * What may be said of a handbook's runbooks as they are now.
 *
 * @param environments the titles of environments, by name and language
 * @param runbooks by id: every page that has steps for a machine, and every other page that has a result
 */
public record HandbookStatus(Map<String, Map<Language, String>> environments, Map<RunbookId, RunbookStatus> runbooks) {
    public HandbookStatus {
        environments = Map.copyOf(environments);
        runbooks = Map.copyOf(runbooks);
    }

    /** What a reader knows an environment as; its name where nothing else is known. */
    public String title(String environment, Language language) {
        return environments.getOrDefault(environment, Map.of()).getOrDefault(language, environment);
    }

    public Optional<RunbookStatus> of(RunbookId id) {
        return Optional.ofNullable(runbooks.get(id));
    }
}
