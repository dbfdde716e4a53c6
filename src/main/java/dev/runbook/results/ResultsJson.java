package dev.runbook.results;

import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.source.DiagnosticCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Results as a JSON document. Its form is published as a JSON Schema, see {@link #schema}: times are ISO 8601 in UTC,
 * durations whole milliseconds, keys always in the same order, and what is not set is left out. Readers ignore keys that
 * they do not know.
 */
public final class ResultsJson {
    /** Raised when a reader of the old form would misread the new one; a new key alone does not raise it. */
    public static final int VERSION = 1;

    private static final String SCHEMA = "results-1.schema.json";

    private ResultsJson() {}

    /** The document, indented, with a last newline. */
    public static String write(Results results) {
        return Json.pretty(ResultsFields.of(results));
    }

    /**
     * The results of a document.
     *
     * @param codes the kind of diagnostic that an id stands for; one that it does not know is kept as it was written
     */
    public static Results read(String text, Function<String, Optional<DiagnosticCode>> codes) throws BadResults {
        try {
            JsonObject fields = JsonObject.of(Json.read(text));
            long version = fields.number("version");
            if (version > VERSION) {
                throw new BadResults(ResultsCode.NEWER_RESULTS, String.valueOf(version), String.valueOf(VERSION));
            }
            if (version < 1) {
                throw new JsonException("version is " + version);
            }
            return new ResultsReader(codes).results(fields);
        } catch (JsonException e) {
            throw new BadResults(ResultsCode.NOT_RESULTS, String.valueOf(e.getMessage()));
        }
    }

    /** The JSON Schema (draft 2020-12) of what {@link #write} writes. */
    public static String schema() {
        try (InputStream in = ResultsJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
