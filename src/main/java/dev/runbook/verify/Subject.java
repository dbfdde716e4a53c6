package dev.runbook.verify;

import dev.runbook.model.Environment;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.values.Values;
import java.util.List;

/**
 * A runbook that is to be verified, with all that decides what comes of it.
 *
 * @param digest of all that the result depends on
 * @param basis digest of all that beside the runbook's own text, see {@link dev.runbook.results.Setting}
 * @param chain runbooks that are carried out before it, in order, those that they require included
 */
public record Subject(
        Runbook runbook, Environment environment, Values values, String digest, String basis, List<RunbookId> chain) {
    public Subject {
        chain = List.copyOf(chain);
    }

    public RunbookId id() {
        return runbook.id();
    }
}
