package dev.runbook.exec;

import dev.runbook.values.Masker;
import dev.runbook.values.Values;

/**
 * What all steps of a run share.
 *
 * @param masker of the values' secrets
 */
record StepContext(Backend backend, Values values, Masker masker, ExecutionListener listener) {
    static StepContext of(Backend backend, Values values, ExecutionListener listener) {
        Masker masker = Masker.of(values.secrets().stream()
                .map(name -> values.all().getOrDefault(name, ""))
                .filter(secret -> !secret.isEmpty())
                .toList());
        return new StepContext(backend, values, masker, listener);
    }
}
