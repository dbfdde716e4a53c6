package dev.runbook.results;

import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.OutcomeReader;
import dev.runbook.outcome.Output;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what {@link ResultsFields} made; what it does not know it passes over. */
final class ResultsReader {
    private final Function<String, Optional<DiagnosticCode>> codes;
    private final OutcomeReader outcomes;

    ResultsReader(Function<String, Optional<DiagnosticCode>> codes) {
        this.codes = codes;
        this.outcomes = new OutcomeReader(codes);
    }

    Results results(JsonObject fields) throws JsonException {
        List<RunbookResult> runbooks = new ArrayList<>();
        Set<RunbookId> seen = new HashSet<>();
        for (JsonObject runbook : fields.objects("runbooks")) {
            RunbookResult result = runbook(runbook);
            if (!seen.add(result.id())) {
                throw new JsonException("runbook " + result.id() + " is there twice");
            }
            runbooks.add(result);
        }
        return new Results(fields.text("tool"), runbooks);
    }

    private RunbookResult runbook(JsonObject fields) throws JsonException {
        String id = fields.text("id");
        try {
            List<StepProof> steps = new ArrayList<>();
            for (JsonObject step : fields.objects("steps")) {
                steps.add(step(step));
            }
            return new RunbookResult(
                    new RunbookId(id),
                    fields.text("file"),
                    fields.text("digest"),
                    fields.optionalText("commit"),
                    setting(fields.object("setting")),
                    OutcomeReader.instant(fields, "started"),
                    duration(fields),
                    steps,
                    finding(fields, "error"));
        } catch (JsonException e) {
            throw new JsonException("runbook " + id + ": " + e.getMessage(), e);
        }
    }

    private static Setting setting(JsonObject fields) throws JsonException {
        return new Setting(
                fields.text("environment"),
                fields.text("image"),
                fields.text("imageDigest"),
                fields.flag("standIn"),
                fields.textMap("packages"),
                fields.optionalText("basis").orElse(""));
    }

    private StepProof step(JsonObject fields) throws JsonException {
        String name = fields.text("step");
        try {
            List<Output> outputs = new ArrayList<>();
            for (JsonObject output : fields.objects("outputs")) {
                outputs.add(outcomes.output(output));
            }
            Optional<Mismatch> mismatch = fields.has("mismatch")
                    ? Optional.of(outcomes.mismatch(fields.object("mismatch")))
                    : Optional.empty();
            return new StepProof(
                    name,
                    atLeast(fields, "line", 1),
                    fields.text("digest"),
                    label(fields.text("label")),
                    fields.text("note"),
                    OutcomeReader.instant(fields, "at"),
                    duration(fields),
                    atLeast(fields, "tries", 0),
                    outputs,
                    finding(fields, "why"),
                    mismatch);
        } catch (JsonException e) {
            throw new JsonException("step " + name + ": " + e.getMessage(), e);
        }
    }

    private Optional<Diagnostic> finding(JsonObject parent, String name) throws JsonException {
        if (!parent.has(name)) {
            return Optional.empty();
        }
        JsonObject fields = parent.object(name);
        String id = fields.text("code");
        if (codes.apply(id).isPresent()) {
            return Optional.of(outcomes.diagnostic(fields));
        }
        List<String> arguments = new ArrayList<>();
        arguments.add(id);
        arguments.add(fields.optionalText("message").orElse(id));
        arguments.addAll(fields.texts("arguments"));
        return Optional.of(
                new Diagnostic(ResultsCode.OF_OTHER_VERSION, outcomes.span(fields.object("span")), arguments));
    }

    private static Label label(String word) throws JsonException {
        for (Label label : Label.values()) {
            if (ResultsFields.word(label).equals(word)) {
                return label;
            }
        }
        throw new JsonException("there is no label " + word);
    }

    private static Duration duration(JsonObject fields) throws JsonException {
        long millis = fields.number("durationMillis");
        if (millis < 0) {
            throw new JsonException("durationMillis is " + millis);
        }
        return Duration.ofMillis(millis);
    }

    private static int atLeast(JsonObject fields, String name, int least) throws JsonException {
        int number = fields.integer(name);
        if (number < least) {
            throw new JsonException(name + " is " + number);
        }
        return number;
    }
}
