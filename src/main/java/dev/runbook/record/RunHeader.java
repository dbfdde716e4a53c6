package dev.runbook.record;

import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Place;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a run when it begins.
 *
 * @param run its id, of {@link RunStore#newId}
 * @param tool the tool's version
 * @param file the document's path, as the operator would write it
 * @param digest of the document
 * @param place where the steps are run
 * @param values of parameters, without secrets
 * @param secrets names of the parameters whose values are not recorded
 * @param resumes the run that this one goes on with
 */
public record RunHeader(
        String run,
        String tool,
        RunbookId runbook,
        String title,
        String file,
        String digest,
        Place place,
        Operator operator,
        Instant started,
        Map<String, String> values,
        Set<String> secrets,
        Optional<String> resumes) {
    public RunHeader {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = Collections.unmodifiableSet(new TreeSet<>(secrets));
    }
}
