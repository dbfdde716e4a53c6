package dev.runbook.cli;

import dev.runbook.exec.Decision;

/** Why a run is stopped; empty for every other decision, and where there is no more to say. */
enum StopReason implements Decision.Visitor<String> {
    INSTANCE;

    @Override
    public String run(Decision.Run run) {
        return "";
    }

    @Override
    public String skip(Decision.Skip skip) {
        return "";
    }

    @Override
    public String judge(Decision.Judge judge) {
        return "";
    }

    @Override
    public String goOn(Decision.GoOn goOn) {
        return "";
    }

    @Override
    public String back(Decision.Back back) {
        return "";
    }

    @Override
    public String undo(Decision.Undo undo) {
        return "";
    }

    @Override
    public String stop(Decision.Stop stop) {
        return stop.why();
    }
}
