package dev.runbook.outcome;

import dev.runbook.source.Diagnostic;
import java.util.Optional;

/** What came of one step. */
public sealed interface StepOutcome {
    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** Whether what follows may rely on the step. */
    boolean holds();

    /** The run, where the step was run at all. */
    default Optional<Run> ran() {
        return Optional.empty();
    }

    /** One method a kind of outcome. */
    interface Visitor<R> {
        R passed(Passed passed);

        R failed(Failed failed);

        R manual(Manual manual);

        R skipped(Skipped skipped);

        R errored(Errored errored);
    }

    /**
     * It ran and held.
     *
     * @param alreadySo whether it found nothing to do, as a file with the content that it should get
     */
    record Passed(Run run, boolean alreadySo) implements StepOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.passed(this);
        }

        @Override
        public boolean holds() {
            return true;
        }

        @Override
        public Optional<Run> ran() {
            return Optional.of(run);
        }
    }

    /** It ran and did not hold. */
    record Failed(Run run, Diagnostic why, Optional<Mismatch> mismatch) implements StepOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public Optional<Run> ran() {
            return Optional.of(run);
        }
    }

    /**
     * A person did it, or judged it.
     *
     * @param holds what the person said
     * @param note what else the person said; may be empty
     */
    record Manual(boolean holds, String note) implements StepOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.manual(this);
        }
    }

    /** It was not carried out, on purpose. */
    record Skipped(Reason reason, String note) implements StepOutcome {
        /** Why. */
        public enum Reason {
            /** A person decided it; the note says why. */
            PERSON,
            /** The place lacks what it needs; the note names it. */
            NEEDS,
            /** A command ended with status 80: the rest of the document is skipped. */
            DOCUMENT,
            /** It held already in the run that is resumed. */
            RESUMED
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skipped(this);
        }

        @Override
        public boolean holds() {
            return reason == Reason.RESUMED;
        }
    }

    /** It could not be run, or it cannot be known whether it was: that says nothing about the step itself. */
    record Errored(Diagnostic why) implements StepOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.errored(this);
        }

        @Override
        public boolean holds() {
            return false;
        }
    }
}
