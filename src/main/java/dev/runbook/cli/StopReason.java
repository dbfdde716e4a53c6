package dev.runbook.cli;

import dev.runbook.exec.Decision;

/** Why a decision ends the run; empty for all other decisions. */
enum StopReason implements Decision.Visitor<String> {
    INSTANCE;

    @Override
    public String stop(Decision.Stop stop) {
        return stop.why();
    }

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
}
