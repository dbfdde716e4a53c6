package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.outcome.OutcomeWriter;
import dev.runbook.record.RecordedEvent;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RecordedStep;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunStory;
import dev.runbook.record.StepRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A recorded run as data for programs: {@code {"version":1, run, state, runbook …, record, steps, decisions}}; outcomes are
 * of the form that {@link OutcomeWriter} gives, with each diagnostic's message in the reader's language.
 */
final class RunData implements RunStory.Teller {
    private static final int VERSION = 1;

    private final OutcomeWriter outcomes;
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final List<Map<String, Object>> decisions = new ArrayList<>();

    private RunData(OutcomeWriter outcomes) {
        this.outcomes = outcomes;
    }

    static Map<String, Object> of(RecordedRun run, Language language) {
        RunData data = new RunData(OutcomeWriter.withMessages(language));
        RunStory.tell(run.events(), data);
        RunSummary summary = RunSummary.of(run);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", VERSION);
        fields.put("run", run.id());
        fields.put("state", summary.state());
        run.header().ifPresent(header -> data.header(fields, header));
        run.lastAt().ifPresent(at -> fields.put("lastAt", at));
        fields.put("held", summary.held());
        fields.put("planned", run.planned().stream().map(RunData::step).toList());
        fields.put("steps", data.steps);
        fields.put("decisions", data.decisions);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("intact", run.integrity().intact());
        record.put("lines", run.integrity().lines());
        run.integrity().brokenLine().ifPresent(line -> record.put("brokenLine", line));
        record.put("torn", run.integrity().torn());
        record.put("seal", run.integrity().seal());
        fields.put("record", record);
        return fields;
    }

    /** A journal's lines as values; one that is not JSON as its text. */
    static List<Object> journal(byte[] journal) {
        List<Object> lines = new ArrayList<>();
        for (String line : new String(journal, StandardCharsets.UTF_8).split("\n", -1)) {
            try {
                Object value = line.isEmpty() ? null : Json.read(line);
                lines.add(value == null ? line : value);
            } catch (JsonException e) {
                lines.add(line);
            }
        }
        if (lines.get(lines.size() - 1).equals("")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private void header(Map<String, Object> fields, RunHeader header) {
        fields.put("tool", header.tool());
        fields.put("runbook", header.runbook());
        fields.put("title", header.title());
        fields.put("file", header.file());
        fields.put("digest", header.digest());
        fields.put("place", outcomes.place(header.place()));
        Map<String, Object> operator = new LinkedHashMap<>();
        operator.put("user", header.operator().user());
        operator.put("host", header.operator().host());
        fields.put("operator", operator);
        fields.put("started", header.started());
        fields.put("values", header.values());
        fields.put("secrets", header.secrets());
        header.resumes().ifPresent(id -> fields.put("resumes", id));
    }

    private static Map<String, Object> step(RecordedStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step.id().name());
        fields.put("number", step.number());
        fields.put("role", step.role().name().toLowerCase(Locale.ROOT));
        fields.put("user", step.user());
        fields.put("digest", step.digest());
        fields.put("section", step.section());
        fields.put("line", step.line());
        return fields;
    }

    @Override
    public void step(StepRun run) {
        Map<String, Object> fields = step(run.step());
        fields.put("at", run.at());
        run.code().ifPresent(code -> {
            fields.put("code", code);
            fields.put("edited", run.edited());
            fields.put("written", outcomes.output(run.written()));
            fields.put("writtenCut", run.cut());
        });
        run.outcome().ifPresent(outcome -> fields.putAll(outcomes.outcome(outcome)));
        steps.add(fields);
    }

    @Override
    public void event(RecordedEvent event) {
        event.accept(new RecordedEvent.Visitor<Boolean>() {
            @Override
            public Boolean other(RecordedEvent other) {
                return false;
            }

            @Override
            public Boolean decided(RecordedEvent.Decided decided) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("at", decided.at());
                fields.put("step", decided.step().id().name());
                fields.put("choice", word(decided.choice()));
                fields.put("why", decided.why());
                return decisions.add(fields);
            }
        });
    }

    static String word(RecordedEvent.Decided.Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
