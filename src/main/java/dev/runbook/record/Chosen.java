package dev.runbook.record;

import dev.runbook.exec.Decision;
import dev.runbook.record.RecordedEvent.Decided.Choice;

/** A decision as it is recorded: edited code is left out, since the start that follows has what ran. */
record Chosen(Choice choice, String why) {
    static Chosen of(Decision decision) {
        return decision.accept(new Decision.Visitor<>() {
            @Override
            public Chosen run(Decision.Run run) {
                return new Chosen(run.edited().isPresent() ? Choice.RUN_EDITED : Choice.RUN, "");
            }

            @Override
            public Chosen skip(Decision.Skip skip) {
                return new Chosen(Choice.SKIP, skip.why());
            }

            @Override
            public Chosen judge(Decision.Judge judge) {
                return new Chosen(judge.holds() ? Choice.HOLDS : Choice.DOES_NOT_HOLD, judge.note());
            }

            @Override
            public Chosen goOn(Decision.GoOn goOn) {
                return new Chosen(Choice.GO_ON, "");
            }

            @Override
            public Chosen back(Decision.Back back) {
                return new Chosen(Choice.BACK, "");
            }

            @Override
            public Chosen undo(Decision.Undo undo) {
                return new Chosen(Choice.UNDO, "");
            }

            @Override
            public Chosen stop(Decision.Stop stop) {
                return new Chosen(Choice.STOP, stop.why());
            }
        });
    }
}
