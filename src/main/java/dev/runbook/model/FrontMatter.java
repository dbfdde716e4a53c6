package dev.runbook.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a runbook says of itself above its text.
 *
 * @param params in the order of the source
 * @param errors log lines that lead to this runbook
 * @param duration how long a person should plan, as written ({@code 15m})
 * @param translates of a translation: original section's id to the digest of its text when it was translated
 */
public record FrontMatter(
        Optional<Located<String>> title,
        Optional<Located<String>> description,
        List<Located<String>> tags,
        Optional<Located<String>> environment,
        List<Located<String>> requires,
        Optional<Located<String>> user,
        List<Parameter> params,
        List<Located<String>> errors,
        Optional<Risk> risk,
        Optional<String> duration,
        Map<String, Located<String>> translates) {
    public static final FrontMatter EMPTY = new FrontMatter(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public FrontMatter {
        tags = List.copyOf(tags);
        requires = List.copyOf(requires);
        params = List.copyOf(params);
        errors = List.copyOf(errors);
        translates = Map.copyOf(translates);
    }

    /** What can go wrong for users of the service. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }
}
