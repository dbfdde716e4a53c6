package dev.runbook.record;

import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.model.Role;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.outcome.OutcomeReader;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.TranscriptJson;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link EventWriter} wrote, line by line: a later line refers to steps that an earlier one describes. */
final class EventReader {
    private final OutcomeReader outcomes;
    private final Map<StepId, RecordedStep> steps = new HashMap<>();

    EventReader(OutcomeReader outcomes) {
        this.outcomes = outcomes;
    }

    RunHeader header(JsonObject fields) throws JsonException {
        TranscriptJson.requireVersion(fields);
        JsonObject operator = fields.object("operator");
        return new RunHeader(
                fields.text("run"),
                fields.text("tool"),
                new RunbookId(fields.text("runbook")),
                fields.text("title"),
                fields.text("file"),
                fields.text("digest"),
                outcomes.place(fields.object("place")),
                new Operator(operator.text("user"), operator.text("host"), operator.number("pid")),
                OutcomeReader.instant(fields, "at"),
                fields.textMap("values"),
                Set.copyOf(fields.texts("secrets")),
                fields.optionalText("resumes"));
    }

    RecordedEvent event(JsonObject fields) throws JsonException {
        Instant at = OutcomeReader.instant(fields, "at");
        String event = fields.text("event");
        return switch (event) {
            case "planned" -> new RecordedEvent.Planned(at, steps(fields));
            case "undoing" -> new RecordedEvent.Undoing(at, steps(fields));
            case "started" -> new RecordedEvent.Started(at, step(fields), fields.text("code"), fields.flag("edited"));
            case "output" -> new RecordedEvent.Wrote(at, step(fields), outcomes.output(fields.object("output")));
            case "output-cut" -> new RecordedEvent.OutputCut(at, step(fields), fields.number("limit"));
            case "retrying" -> new RecordedEvent.Retrying(at, step(fields), fields.integer("tries"), result(fields));
            case "finished" -> new RecordedEvent.Finished(at, step(fields), result(fields));
            case "stray" -> new RecordedEvent.Stray(at, outcomes.output(fields.object("output")));
            case "decided" ->
                new RecordedEvent.Decided(
                        at,
                        step(fields),
                        constant(RecordedEvent.Decided.Choice.class, fields.text("choice")),
                        fields.text("why"));
            case "ended" -> new RecordedEvent.Ended(at, TranscriptJson.end(fields.text("end")));
            default -> throw new JsonException("there is no event " + event);
        };
    }

    /** An outcome; one that this version cannot read does not hold, so that nothing relies on it. */
    private StepOutcome result(JsonObject fields) throws JsonException {
        JsonObject result = fields.object("result");
        try {
            return outcomes.outcome(result);
        } catch (JsonException e) {
            return new StepOutcome.Errored(Diagnostic.of(
                    RecordCode.OUTCOME_NOT_UNDERSTOOD,
                    Span.startOf(fields.text("runbook")),
                    String.valueOf(e.getMessage())));
        }
    }

    private List<RecordedStep> steps(JsonObject fields) throws JsonException {
        List<RecordedStep> all = new ArrayList<>();
        for (JsonObject step : fields.objects("steps")) {
            all.add(described(step));
        }
        return all;
    }

    private RecordedStep step(JsonObject fields) throws JsonException {
        if (fields.has("digest")) {
            return described(fields);
        }
        StepId id = id(fields);
        RecordedStep step = steps.get(id);
        if (step == null) {
            throw new JsonException("no line before describes step " + id);
        }
        return step;
    }

    private RecordedStep described(JsonObject fields) throws JsonException {
        RecordedStep step = new RecordedStep(
                id(fields),
                fields.integer("number"),
                constant(Role.class, fields.text("role")),
                fields.text("user"),
                fields.text("digest"),
                fields.text("section"),
                fields.integer("line"),
                fields.has("undoes") ? Optional.of(id(fields.object("undoes"))) : Optional.empty());
        steps.put(step.id(), step);
        return step;
    }

    private static StepId id(JsonObject fields) throws JsonException {
        return new StepId(new RunbookId(fields.text("runbook")), fields.text("step"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) throws JsonException {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new JsonException("there is no " + type.getSimpleName() + " " + word, e);
        }
    }
}
