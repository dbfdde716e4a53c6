package dev.runbook.outcome;

import dev.runbook.i18n.Language;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Outcomes as plain values for {@code Json}; {@link OutcomeReader} reads them again, and gives what was written.
 *
 * <p>Times are ISO 8601 in UTC, durations whole nanoseconds. What is not set is left out. An output is its text where it is
 * whole and valid UTF-8, else the bytes in Base64, with the number of those that were dropped and those behind them.
 */
public final class OutcomeWriter {
    private final Optional<Language> language;

    private OutcomeWriter(Optional<Language> language) {
        this.language = language;
    }

    /** For the tool itself. */
    public static OutcomeWriter plain() {
        return new OutcomeWriter(Optional.empty());
    }

    /** Adds each diagnostic's message in a language, for readers that do not have its texts. */
    public static OutcomeWriter withMessages(Language language) {
        return new OutcomeWriter(Optional.of(language));
    }

    public Map<String, Object> stepResult(StepResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runbook", result.step().runbook());
        fields.put("step", result.step().name());
        fields.put("digest", result.digest());
        fields.putAll(outcome(result.outcome()));
        return fields;
    }

    /** {@code outcome} is its kind; the other fields depend on it. */
    public Map<String, Object> outcome(StepOutcome outcome) {
        return outcome.accept(new Fields());
    }

    public Map<String, Object> run(Run run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("started", run.started());
        fields.put("durationNanos", run.duration().toNanos());
        fields.put("tries", run.tries());
        fields.put("commands", run.commands().stream().map(this::command).toList());
        return fields;
    }

    private Map<String, Object> command(Run.CommandRun command) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("output", output(command.output()));
        command.exitStatus().ifPresent(status -> fields.put("exitStatus", status));
        return fields;
    }

    public Map<String, Object> output(Output output) {
        if (output.isText()) {
            return Map.of("text", output.text());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("base64", Base64.getEncoder().encodeToString(output.head()));
        if (!output.isWhole()) {
            fields.put("dropped", output.dropped());
            fields.put("tailBase64", Base64.getEncoder().encodeToString(output.tail()));
        }
        return fields;
    }

    public Map<String, Object> mismatch(Mismatch mismatch) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("expectation", span(mismatch.expectation()));
        fields.put("lines", mismatch.lines().stream().map(this::line).toList());
        return fields;
    }

    private Map<String, Object> line(Mismatch.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", word(line.kind()));
        fields.put("text", line.text());
        line.source().ifPresent(source -> fields.put("source", span(source)));
        if (line.noNewline()) {
            fields.put("noNewline", true);
        }
        return fields;
    }

    public Map<String, Object> place(Place place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", place.kind());
        fields.put("host", place.host());
        fields.put("user", place.user());
        return fields;
    }

    public Map<String, Object> diagnostic(Diagnostic diagnostic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", diagnostic.code().id());
        fields.put("span", span(diagnostic.span()));
        fields.put("arguments", diagnostic.arguments());
        language.ifPresent(in -> fields.put("message", diagnostic.message(in)));
        return fields;
    }

    public Map<String, Object> span(Span span) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", span.file());
        fields.put("startLine", span.startLine());
        fields.put("startColumn", span.startColumn());
        fields.put("endLine", span.endLine());
        fields.put("endColumn", span.endColumn());
        return fields;
    }

    /** How a constant is written: {@code not-so} for {@code NOT_SO}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private final class Fields implements StepOutcome.Visitor<Map<String, Object>> {
        private Map<String, Object> kind(String kind) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("outcome", kind);
            return fields;
        }

        @Override
        public Map<String, Object> passed(StepOutcome.Passed passed) {
            Map<String, Object> fields = kind("passed");
            fields.put("alreadySo", passed.alreadySo());
            fields.put("run", run(passed.run()));
            return fields;
        }

        @Override
        public Map<String, Object> failed(StepOutcome.Failed failed) {
            Map<String, Object> fields = kind("failed");
            fields.put("why", diagnostic(failed.why()));
            failed.mismatch().ifPresent(m -> fields.put("mismatch", mismatch(m)));
            fields.put("run", run(failed.run()));
            return fields;
        }

        @Override
        public Map<String, Object> manual(StepOutcome.Manual manual) {
            Map<String, Object> fields = kind("manual");
            fields.put("holds", manual.holds());
            fields.put("note", manual.note());
            return fields;
        }

        @Override
        public Map<String, Object> skipped(StepOutcome.Skipped skipped) {
            Map<String, Object> fields = kind("skipped");
            fields.put("reason", word(skipped.reason()));
            fields.put("note", skipped.note());
            return fields;
        }

        @Override
        public Map<String, Object> errored(StepOutcome.Errored errored) {
            Map<String, Object> fields = kind("errored");
            fields.put("why", diagnostic(errored.why()));
            return fields;
        }
    }
}
