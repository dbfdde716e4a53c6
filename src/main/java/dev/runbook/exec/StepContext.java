package dev.runbook.exec;

import dev.runbook.values.Masker;
import dev.runbook.values.Values;

/**
 * What all steps of a run share.
 *
 * @param masker of the values' secrets
 * @param pastDifferences whether a console session goes on behind a command that wrote something else than expected, so
 *     that all of its outputs are known
 */
record StepContext(Backend backend, Values values, Masker masker, ExecutionListener listener, boolean pastDifferences) {
    static StepContext of(Backend backend, Values values, ExecutionListener listener, boolean pastDifferences) {
        Masker masker = Masker.of(values.secrets().stream()
                .map(name -> values.all().getOrDefault(name, ""))
                .filter(secret -> !secret.isEmpty())
                .toList());
        return new StepContext(backend, values, masker, listener, pastDifferences);
    }
}
