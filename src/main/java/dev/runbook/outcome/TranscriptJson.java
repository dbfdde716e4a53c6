package dev.runbook.outcome;

import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.model.RunbookId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A transcript as a JSON document: {@code version}, {@code runbook}, {@code digest}, {@code place}, {@code started},
 * {@code ended}, {@code end} and {@code results}, each a step's {@code runbook}, {@code step}, {@code digest},
 * {@code outcome} and what belongs to that kind of outcome.
 */
public final class TranscriptJson {
    /** Raised when a reader of the old form would misread the new one; a new field alone does not raise it. */
    public static final int VERSION = 1;

    private TranscriptJson() {}

    public static Map<String, Object> fields(Transcript transcript, OutcomeWriter writer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", VERSION);
        fields.put("runbook", transcript.runbook());
        fields.put("digest", transcript.digest());
        fields.put("place", writer.place(transcript.place()));
        fields.put("started", transcript.started());
        fields.put("ended", transcript.ended());
        fields.put("end", end(transcript.end()));
        fields.put(
                "results", transcript.results().stream().map(writer::stepResult).toList());
        return fields;
    }

    /** The document, indented. */
    public static String write(Transcript transcript) {
        return Json.pretty(fields(transcript, OutcomeWriter.plain()));
    }

    public static Transcript read(String text, OutcomeReader reader) throws JsonException {
        return read(JsonObject.of(Json.read(text)), reader);
    }

    public static Transcript read(JsonObject fields, OutcomeReader reader) throws JsonException {
        requireVersion(fields);
        List<StepResult> results = new ArrayList<>();
        for (JsonObject result : fields.objects("results")) {
            results.add(reader.stepResult(result));
        }
        return new Transcript(
                new RunbookId(fields.text("runbook")),
                fields.text("digest"),
                reader.place(fields.object("place")),
                OutcomeReader.instant(fields, "started"),
                OutcomeReader.instant(fields, "ended"),
                results,
                end(fields.text("end")));
    }

    /** How an end is written. */
    public static String end(Transcript.End end) {
        return OutcomeWriter.word(end);
    }

    /** The end that is written as {@code word}. */
    public static Transcript.End end(String word) throws JsonException {
        return OutcomeReader.constant(Transcript.End.class, word);
    }

    /** Refuses what a later version of the tool wrote in a form of its own. */
    public static void requireVersion(JsonObject fields) throws JsonException {
        if (fields.integer("version") != VERSION) {
            throw new JsonException("version " + fields.integer("version") + " is not known here");
        }
    }
}
