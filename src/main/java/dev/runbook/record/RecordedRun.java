package dev.runbook.record;

import dev.runbook.model.StepId;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run as its journal tells it.
 *
 * @param header empty where not even the first line could be read
 * @param events in the order in which they came
 */
public record RecordedRun(String id, Optional<RunHeader> header, List<RecordedEvent> events, Integrity integrity) {
    public RecordedRun {
        events = List.copyOf(events);
    }

    /** How it ended; empty where it was cut off, or still goes on. */
    public Optional<Transcript.End> end() {
        return last(new Pick<>() {
            @Override
            public Optional<Transcript.End> ended(RecordedEvent.Ended event) {
                return Optional.of(event.end());
            }
        });
    }

    /** What was to be gone through; empty where it was cut off before that was said. */
    public List<RecordedStep> planned() {
        return last(new Pick<List<RecordedStep>>() {
                    @Override
                    public Optional<List<RecordedStep>> planned(RecordedEvent.Planned event) {
                        return Optional.of(event.steps());
                    }
                })
                .orElse(List.of());
    }

    /** What was in fact to be done: of a run that only took back, the undo steps; else what was {@link #planned()}. */
    public List<RecordedStep> toDo() {
        List<RecordedStep> planned = planned();
        Set<StepId> ids = planned.stream().map(RecordedStep::id).collect(Collectors.toSet());
        boolean begun = results().stream().anyMatch(result -> ids.contains(result.step()));
        return begun
                ? planned
                : last(new Pick<List<RecordedStep>>() {
                            @Override
                            public Optional<List<RecordedStep>> undoing(RecordedEvent.Undoing event) {
                                return Optional.of(event.steps());
                            }
                        })
                        .orElse(planned);
    }

    /** The outcomes in the order in which they came; a step that was tried again has several. */
    public List<StepResult> results() {
        List<StepResult> results = new ArrayList<>();
        for (RecordedEvent event : events) {
            event.accept(new Pick<StepResult>() {
                        @Override
                        public Optional<StepResult> finished(RecordedEvent.Finished finished) {
                            return Optional.of(new StepResult(
                                    finished.step().id(), finished.step().digest(), finished.outcome()));
                        }
                    })
                    .ifPresent(results::add);
        }
        return List.copyOf(results);
    }

    /** When the last thing happened; empty without a header. */
    public Optional<Instant> lastAt() {
        return header.map(h ->
                events.isEmpty() ? h.started() : events.get(events.size() - 1).at());
    }

    /** The transcript of a run that ended. */
    public Optional<Transcript> transcript() {
        return header.flatMap(h -> end().flatMap(end -> lastAt().map(ended ->
                new Transcript(h.runbook(), h.digest(), h.place(), h.started(), ended, results(), end))));
    }

    private <R> Optional<R> last(Pick<R> pick) {
        for (int i = events.size() - 1; i >= 0; i--) {
            Optional<R> found = events.get(i).accept(pick);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Something of some kinds of events. */
    private interface Pick<R> extends RecordedEvent.Visitor<Optional<R>> {
        @Override
        default Optional<R> other(RecordedEvent event) {
            return Optional.empty();
        }
    }
}
