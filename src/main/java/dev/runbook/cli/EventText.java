package dev.runbook.cli;

import dev.runbook.record.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened between steps: a line, and lines that belong to it; nothing where a step's outcome says it all. */
record EventText(Invocation invocation) implements RecordedEvent.Visitor<Map<String, List<String>>> {
    @Override
    public Map<String, List<String>> other(RecordedEvent event) {
        return Map.of(invocation.text("runs.event.unknown"), List.of());
    }

    /** That a step is run, and a manual step's judgement, the step itself says. */
    @Override
    public Map<String, List<String>> decided(RecordedEvent.Decided event) {
        return switch (event.choice()) {
            case RUN, RUN_EDITED, HOLDS, DOES_NOT_HOLD -> Map.of();
            case SKIP, GO_ON, BACK, SHELL, UNDO, STOP ->
                Map.of(
                        invocation.text(
                                "runs.choice." + RunData.word(event.choice()),
                                event.step().id().name()),
                        event.why().lines().toList());
        };
    }

    @Override
    public Map<String, List<String>> stray(RecordedEvent.Stray event) {
        return Map.of(
                invocation.text("runs.event.stray"),
                event.output().text().lines().map(line -> "| " + line).toList());
    }

    @Override
    public Map<String, List<String>> undoing(RecordedEvent.Undoing event) {
        String names = event.steps().stream().map(step -> step.id().name()).collect(Collectors.joining(", "));
        return Map.of(invocation.text("runs.event.undoing", names), List.of());
    }
}
