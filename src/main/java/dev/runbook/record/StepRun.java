package dev.runbook.record;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a step was come to.
 *
 * @param at when it began, or was decided upon
 * @param code what ran; empty where nothing did
 * @param written what it wrote, as it came; over all of its tries
 * @param cut whether it wrote more than is recorded
 * @param outcome empty where the record ends before it
 */
public record StepRun(
        RecordedStep step,
        Instant at,
        Optional<String> code,
        boolean edited,
        Output written,
        boolean cut,
        Optional<StepOutcome> outcome) {
    /** Of more output than is recorded as it came, the end, as far as the outcome has kept it; else empty. */
    public Output ending() {
        if (!cut) {
            return Output.EMPTY;
        }
        List<Run.CommandRun> commands =
                outcome.flatMap(StepOutcome::ran).map(Run::commands).orElse(List.of());
        return commands.isEmpty()
                ? Output.EMPTY
                : Output.of(commands.get(commands.size() - 1).output().tail());
    }
}
