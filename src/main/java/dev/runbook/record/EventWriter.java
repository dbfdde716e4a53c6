package dev.runbook.record;

import dev.runbook.exec.PlannedStep;
import dev.runbook.model.StepId;
import dev.runbook.outcome.OutcomeWriter;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.TranscriptJson;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Events as the fields of a journal's lines and of an export; {@link EventReader} reads them again. {@code event} is the
 * kind.
 */
final class EventWriter {
    private final OutcomeWriter outcomes;
    private final Set<StepId> described = new HashSet<>();

    EventWriter(OutcomeWriter outcomes) {
        this.outcomes = outcomes;
    }

    Map<String, Object> header(RunHeader header) {
        Map<String, Object> fields = event("begun", header.started());
        fields.put("version", TranscriptJson.VERSION);
        fields.put("run", header.run());
        fields.put("tool", header.tool());
        fields.put("runbook", header.runbook());
        fields.put("title", header.title());
        fields.put("file", header.file());
        fields.put("digest", header.digest());
        fields.put("place", outcomes.place(header.place()));
        Map<String, Object> operator = new LinkedHashMap<>();
        operator.put("user", header.operator().user());
        operator.put("host", header.operator().host());
        operator.put("pid", header.operator().pid());
        fields.put("operator", operator);
        fields.put("values", header.values());
        fields.put("secrets", header.secrets());
        header.resumes().ifPresent(run -> fields.put("resumes", run));
        return fields;
    }

    Map<String, Object> planned(Instant at, List<RecordedStep> steps) {
        return steps("planned", at, steps);
    }

    Map<String, Object> undoing(Instant at, List<RecordedStep> steps) {
        return steps("undoing", at, steps);
    }

    Map<String, Object> started(Instant at, PlannedStep step, String code, boolean edited) {
        Map<String, Object> fields = event("started", at, step);
        fields.put("code", code);
        fields.put("edited", edited);
        return fields;
    }

    Map<String, Object> wrote(Instant at, PlannedStep step, Output output) {
        Map<String, Object> fields = event("output", at, step);
        fields.put("output", outcomes.output(output));
        return fields;
    }

    Map<String, Object> outputCut(Instant at, PlannedStep step, long limit) {
        Map<String, Object> fields = event("output-cut", at, step);
        fields.put("limit", limit);
        return fields;
    }

    Map<String, Object> retrying(Instant at, PlannedStep step, int tries, StepOutcome outcome) {
        Map<String, Object> fields = event("retrying", at, step);
        fields.put("tries", tries);
        fields.put("result", outcomes.outcome(outcome));
        return fields;
    }

    Map<String, Object> finished(Instant at, PlannedStep step, StepOutcome outcome) {
        Map<String, Object> fields = event("finished", at, step);
        fields.put("result", outcomes.outcome(outcome));
        return fields;
    }

    Map<String, Object> stray(Instant at, Output output) {
        Map<String, Object> fields = event("stray", at);
        fields.put("output", outcomes.output(output));
        return fields;
    }

    Map<String, Object> decided(Instant at, PlannedStep step, RecordedEvent.Decided.Choice choice, String why) {
        Map<String, Object> fields = event("decided", at, step);
        fields.put("choice", choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("why", why);
        return fields;
    }

    Map<String, Object> ended(Instant at, Transcript.End end) {
        Map<String, Object> fields = event("ended", at);
        fields.put("end", TranscriptJson.end(end));
        return fields;
    }

    Map<String, Object> step(RecordedStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        id(fields, step.id());
        fields.put("number", step.number());
        fields.put("role", step.role().name().toLowerCase(Locale.ROOT));
        fields.put("user", step.user());
        fields.put("digest", step.digest());
        fields.put("section", step.section());
        fields.put("line", step.line());
        step.undoes().ifPresent(target -> {
            Map<String, Object> undoes = new LinkedHashMap<>();
            id(undoes, target);
            fields.put("undoes", undoes);
        });
        return fields;
    }

    private static void id(Map<String, Object> fields, StepId id) {
        fields.put("runbook", id.runbook());
        fields.put("step", id.name());
    }

    private Map<String, Object> steps(String event, Instant at, List<RecordedStep> steps) {
        steps.forEach(step -> described.add(step.id()));
        Map<String, Object> fields = event(event, at);
        fields.put("steps", steps.stream().map(this::step).toList());
        return fields;
    }

    /** The step by its id alone where an earlier event, as {@code planned}, has said all of it. */
    private Map<String, Object> event(String event, Instant at, PlannedStep step) {
        Map<String, Object> fields = event(event, at);
        if (described.add(step.step().id())) {
            fields.putAll(step(RecordedStep.of(step)));
        } else {
            id(fields, step.step().id());
        }
        return fields;
    }

    private static Map<String, Object> event(String event, Instant at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", at);
        fields.put("event", event);
        return fields;
    }
}
