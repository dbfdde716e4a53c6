package dev.runbook.values;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the parameters of a run are set to.
 *
 * @param all by name, secrets among them
 * @param secrets the names of those that must never be shown
 */
public record Values(Map<String, String> all, Set<String> secrets) {
    public static final Values NONE = new Values(Map.of(), Set.of());

    public Values {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        secrets = Set.copyOf(secrets);
    }

    /** Those that may be shown and recorded. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>(all);
        shown.keySet().removeAll(secrets);
        return Collections.unmodifiableMap(shown);
    }

    /** Never the values: this may end up in a log. */
    @Override
    public String toString() {
        return all.keySet().toString();
    }
}
