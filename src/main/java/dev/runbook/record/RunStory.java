package dev.runbook.record;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a run in order, with all that belongs to one try of a step brought together. */
public final class RunStory implements RecordedEvent.Visitor<Optional<Void>> {
    private final Teller teller;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private RecordedEvent.@Nullable Started open;
    private boolean cut;

    private RunStory(Teller teller) {
        this.teller = teller;
    }

    /** Is told a run. */
    public interface Teller {
        void step(StepRun run);

        /** What happened between steps: a decision, late output, that steps are undone, a line that cannot be read. */
        void event(RecordedEvent event);
    }

    public static void tell(List<RecordedEvent> events, Teller teller) {
        RunStory story = new RunStory(teller);
        events.forEach(event -> event.accept(story));
        story.close(Optional.empty());
    }

    private void close(Optional<StepOutcome> outcome) {
        if (open != null) {
            Output output = Output.of(written.toByteArray());
            teller.step(
                    new StepRun(open.step(), open.at(), Optional.of(open.code()), open.edited(), output, cut, outcome));
            open = null;
        }
        written.reset();
        cut = false;
    }

    @Override
    public Optional<Void> started(RecordedEvent.Started event) {
        close(Optional.empty());
        open = event;
        return Optional.empty();
    }

    @Override
    public Optional<Void> output(RecordedEvent.Wrote event) {
        written.writeBytes(event.output().bytes());
        return Optional.empty();
    }

    @Override
    public Optional<Void> outputCut(RecordedEvent.OutputCut event) {
        cut = true;
        return Optional.empty();
    }

    @Override
    public Optional<Void> finished(RecordedEvent.Finished event) {
        if (open != null && open.step().id().equals(event.step().id())) {
            close(Optional.of(event.outcome()));
        } else {
            close(Optional.empty());
            teller.step(judged(event.step(), event.at(), event.outcome()));
        }
        return Optional.empty();
    }

    private static StepRun judged(RecordedStep step, Instant at, StepOutcome outcome) {
        return new StepRun(step, at, Optional.empty(), false, Output.EMPTY, false, Optional.of(outcome));
    }

    @Override
    public Optional<Void> planned(RecordedEvent.Planned event) {
        return Optional.empty();
    }

    /** The outcome says how many tries there were. */
    @Override
    public Optional<Void> retrying(RecordedEvent.Retrying event) {
        return Optional.empty();
    }

    @Override
    public Optional<Void> ended(RecordedEvent.Ended event) {
        return Optional.empty();
    }

    @Override
    public Optional<Void> other(RecordedEvent event) {
        teller.event(event);
        return Optional.empty();
    }
}
