package dev.runbook.results;

import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step's result.
 *
 * @param step its name in the runbook
 * @param line of the Markdown file, from 1
 * @param digest of all that decided what it did, see {@code exec.Digests}
 * @param note why it was skipped, or which stubs answered; may be empty
 * @param at when it was run, or would have been
 * @param tries how often it was tried; more than one means that it did not hold at once
 * @param outputs one for each command of a console session that was run, else one or none
 * @param why what did not hold, or could not be run
 */
public record StepProof(
        String step,
        int line,
        String digest,
        Label label,
        String note,
        Instant at,
        Duration duration,
        int tries,
        List<Output> outputs,
        Optional<Diagnostic> why,
        Optional<Mismatch> mismatch) {
    public StepProof {
        outputs = List.copyOf(outputs);
    }

    /** The same of a step that stands in another line now. */
    public StepProof at(int otherLine) {
        return new StepProof(step, otherLine, digest, label, note, at, duration, tries, outputs, why, mismatch);
    }
}
