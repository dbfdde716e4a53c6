package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import dev.runbook.check.ParameterUses.Use;
import dev.runbook.values.Placeholders;
import java.util.List;

/** Finds {@code ${NAME}} in the content of files and patches, where nothing else has a meaning. */
final class RawScanner {
    private RawScanner() {}

    static List<Use> uses(String code) {
        return Placeholders.in(code).stream()
                .map(place -> new Use(place.name(), place.start(), place.end(), Context.RAW))
                .toList();
    }
}
