package dev.runbook.record;

import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which steps of a run hold when it is over, or was cut off: of each its last outcome counts, and whether it was undone. */
public final class HeldSteps {
    private final Map<StepId, Held> held = new LinkedHashMap<>();
    private final Map<StepId, Boolean> edited = new HashMap<>();

    private HeldSteps() {}

    /**
     * A step that holds.
     *
     * @param edited whether it does with code that a person had changed
     */
    public record Held(RecordedStep step, boolean edited) {}

    /** By step, in the order in which they came to hold. */
    public static Map<StepId, Held> of(List<RecordedEvent> events) {
        HeldSteps state = new HeldSteps();
        Follow follow = state.new Follow();
        events.forEach(event -> event.accept(follow));
        return Collections.unmodifiableMap(state.held);
    }

    private final class Follow implements RecordedEvent.Visitor<Optional<Void>> {
        @Override
        public Optional<Void> other(RecordedEvent event) {
            return Optional.empty();
        }

        /** From here on the step, and what it undoes, is as it was only if its outcome says so. */
        @Override
        public Optional<Void> started(RecordedEvent.Started event) {
            held.remove(event.step().id());
            event.step().undoes().ifPresent(held::remove);
            edited.put(event.step().id(), event.edited());
            return Optional.empty();
        }

        @Override
        public Optional<Void> finished(RecordedEvent.Finished event) {
            RecordedStep step = event.step();
            held.remove(step.id());
            if (event.outcome().holds()) {
                held.put(step.id(), new Held(step, edited.getOrDefault(step.id(), false)));
            }
            if (wasCarriedOut(event.outcome())) {
                step.undoes().ifPresent(held::remove);
            }
            return Optional.empty();
        }
    }

    /** Not so of an undo step that was skipped: what it takes back still stands. */
    private static boolean wasCarriedOut(StepOutcome outcome) {
        return outcome.accept(new StepOutcome.Visitor<>() {
            @Override
            public Boolean passed(StepOutcome.Passed passed) {
                return true;
            }

            @Override
            public Boolean failed(StepOutcome.Failed failed) {
                return true;
            }

            @Override
            public Boolean manual(StepOutcome.Manual manual) {
                return manual.holds();
            }

            @Override
            public Boolean skipped(StepOutcome.Skipped skipped) {
                return false;
            }

            @Override
            public Boolean errored(StepOutcome.Errored errored) {
                return false;
            }
        });
    }
}
