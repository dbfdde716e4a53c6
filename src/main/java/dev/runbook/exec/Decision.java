package dev.runbook.exec;

import java.util.Optional;

/** What is to be done next. */
public sealed interface Decision {
    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of decision. */
    interface Visitor<R> {
        R run(Run run);

        R skip(Skip skip);

        R judge(Judge judge);

        R goOn(GoOn goOn);

        R back(Back back);

        R undo(Undo undo);

        R stop(Stop stop);
    }

    /**
     * Run the step, or run it again.
     *
     * @param edited code to run in place of the step's own, this once
     */
    record Run(Optional<String> edited) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.run(this);
        }
    }

    /** Go on without it. */
    record Skip(String why) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skip(this);
        }
    }

    /** Of a manual step: whether it is done and holds. */
    record Judge(boolean holds, String note) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.judge(this);
        }
    }

    /** After a step that did not hold: go on all the same; its outcome stands. */
    record GoOn() implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goOn(this);
        }
    }

    /** Go back to the step before. */
    record Back() implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.back(this);
        }
    }

    /** Take back what was done, last step first, and stop. */
    record Undo() implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.undo(this);
        }
    }

    /**
     * Stop here.
     *
     * @param why of a rule: what it stopped at; of a person: may be empty
     */
    record Stop(String why) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }
}
