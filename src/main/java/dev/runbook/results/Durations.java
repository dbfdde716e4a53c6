package dev.runbook.results;

import dev.runbook.model.RunbookId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long runbooks took when they were verified.
 *
 * @param measured those that are known
 */
public record Durations(Map<RunbookId, Duration> measured) {
    /** For what nothing is known of: so that runbooks are at least spread by their number. */
    private static final Duration ANY = Duration.ofSeconds(1);

    public Durations {
        measured = Map.copyOf(measured);
    }

    /** Of earlier results. A runbook that could not be run as a whole says nothing of how long it takes. */
    public static Durations of(Results results) {
        Map<RunbookId, Duration> measured = new TreeMap<>();
        for (RunbookResult result : results.runbooks()) {
            if (result.error().isEmpty()) {
                measured.put(result.id(), result.duration());
            }
        }
        return new Durations(measured);
    }

    /** Of each of some runbooks; one that is not known is taken to be the median of those of them that are. */
    public Map<RunbookId, Duration> ofEach(Collection<RunbookId> ids) {
        Duration median = median(ids);
        Map<RunbookId, Duration> all = new TreeMap<>();
        ids.forEach(id -> all.put(id, measured.getOrDefault(id, median)));
        return all;
    }

    private Duration median(Collection<RunbookId> ids) {
        Duration[] known = ids.stream()
                .distinct()
                .filter(measured::containsKey)
                .map(measured::get)
                .sorted()
                .toArray(Duration[]::new);
        return known.length == 0 ? ANY : known[(known.length - 1) / 2];
    }
}
