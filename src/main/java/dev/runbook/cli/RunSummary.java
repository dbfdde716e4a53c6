package dev.runbook.cli;

import dev.runbook.json.Json;
import dev.runbook.outcome.TranscriptJson;
import dev.runbook.record.HeldSteps;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RecordedStep;
import dev.runbook.record.RunHeader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded run in a list.
 *
 * @param state {@code completed}, {@code failed} …; {@code running}, {@code cut-off}, {@code damaged}
 * @param held how many of the planned steps hold; of a run that only took back, how many undo steps do
 * @param planned how many steps were to be gone through
 */
record RunSummary(
        String id, String runbook, String host, Optional<Instant> started, String state, long held, long planned) {
    static RunSummary of(RecordedRun run) {
        var held = HeldSteps.of(run.events()).keySet();
        List<RecordedStep> planned = run.toDo();
        return new RunSummary(
                run.id(),
                run.header().map(h -> h.runbook().path()).orElse("?"),
                run.header().map(h -> h.place().host()).orElse("?"),
                run.header().map(RunHeader::started),
                state(run),
                planned.stream().filter(step -> held.contains(step.id())).count(),
                planned.size());
    }

    static String state(RecordedRun run) {
        if (!run.integrity().intact()) {
            return "damaged";
        }
        return run.end().map(TranscriptJson::end).orElse(isRunning(run) ? "running" : "cut-off");
    }

    /** Whether its process is there; one that began after the run has only got its number. */
    private static boolean isRunning(RecordedRun run) {
        return run.header()
                .flatMap(h -> ProcessHandle.of(h.operator().pid())
                        .flatMap(process -> process.info().startInstant())
                        .filter(start -> !start.isAfter(h.started())))
                .isPresent();
    }

    /** An array of objects with {@code id, runbook, host, started, state, held, planned}. */
    static String json(List<RunSummary> runs) {
        return Json.pretty(runs.stream().map(RunSummary::fields).toList());
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("runbook", runbook);
        fields.put("host", host);
        started.ifPresent(at -> fields.put("started", at));
        fields.put("state", state);
        fields.put("held", held);
        fields.put("planned", planned);
        return fields;
    }
}
