package dev.runbook.record;

import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.time.Instant;
import java.util.List;

/** One thing that happened in a run. */
public sealed interface RecordedEvent {
    Instant at();

    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of event; those that are not overridden give {@link #other}. */
    interface Visitor<R> {
        /** What the events give that have no method of their own. */
        R other(RecordedEvent event);

        default R planned(Planned event) {
            return other(event);
        }

        default R started(Started event) {
            return other(event);
        }

        default R output(Wrote event) {
            return other(event);
        }

        default R outputCut(OutputCut event) {
            return other(event);
        }

        default R retrying(Retrying event) {
            return other(event);
        }

        default R finished(Finished event) {
            return other(event);
        }

        default R stray(Stray event) {
            return other(event);
        }

        default R undoing(Undoing event) {
            return other(event);
        }

        default R decided(Decided event) {
            return other(event);
        }

        default R ended(Ended event) {
            return other(event);
        }
    }

    /** What was to be gone through. */
    record Planned(Instant at, List<RecordedStep> steps) implements RecordedEvent {
        public Planned {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.planned(this);
        }
    }

    /**
     * A step began to run.
     *
     * @param code what ran, without values
     * @param edited whether a person had changed it
     */
    record Started(Instant at, RecordedStep step, String code, boolean edited) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /** A part of what a step wrote. */
    record Wrote(Instant at, RecordedStep step, Output output) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /**
     * What the step wrote from here on was shown and is not recorded; its outcome has the end of it.
     *
     * @param limit how many bytes of one step are recorded
     */
    record OutputCut(Instant at, RecordedStep step, long limit) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outputCut(this);
        }
    }

    /** A try did not hold, and another followed. */
    record Retrying(Instant at, RecordedStep step, int tries, StepOutcome outcome) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.retrying(this);
        }
    }

    /** A step's outcome. */
    record Finished(Instant at, RecordedStep step, StepOutcome outcome) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /** Output of a process that an earlier step left in the background. */
    record Stray(Instant at, Output output) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stray(this);
        }
    }

    /** Undo steps were next. */
    record Undoing(Instant at, List<RecordedStep> steps) implements RecordedEvent {
        public Undoing {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.undoing(this);
        }
    }

    /**
     * What was decided about a step.
     *
     * @param why a person's or a rule's reason, or note; may be empty
     */
    record Decided(Instant at, RecordedStep step, Choice choice, String why) implements RecordedEvent {
        /** What can be decided. */
        public enum Choice {
            RUN,
            RUN_EDITED,
            SKIP,
            HOLDS,
            DOES_NOT_HOLD,
            /** After a step that did not hold. */
            GO_ON,
            BACK,
            /** A shell was opened, and the step asked about again when it ended. */
            SHELL,
            UNDO,
            STOP
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decided(this);
        }
    }

    /** The run ended in good order. */
    record Ended(Instant at, Transcript.End end) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ended(this);
        }
    }

    /**
     * A line that this version of the tool cannot read.
     *
     * @param line of the journal, from 1
     * @param why in English: for a log
     */
    record Unknown(Instant at, int line, String why) implements RecordedEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.other(this);
        }
    }
}
