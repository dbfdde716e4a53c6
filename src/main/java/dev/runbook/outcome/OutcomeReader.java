package dev.runbook.outcome;

import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what {@link OutcomeWriter} wrote. */
public final class OutcomeReader {
    private final Function<String, Optional<DiagnosticCode>> codes;

    /**
     * A reader.
     *
     * @param codes the kind of diagnostic that an id stands for: the enums are in packages that are not known here
     */
    public OutcomeReader(Function<String, Optional<DiagnosticCode>> codes) {
        this.codes = codes;
    }

    public StepResult stepResult(JsonObject fields) throws JsonException {
        StepId id = new StepId(new RunbookId(fields.text("runbook")), fields.text("step"));
        return new StepResult(id, fields.text("digest"), outcome(fields));
    }

    public StepOutcome outcome(JsonObject fields) throws JsonException {
        String kind = fields.text("outcome");
        return switch (kind) {
            case "passed" -> new StepOutcome.Passed(run(fields.object("run")), fields.flag("alreadySo"));
            case "failed" ->
                new StepOutcome.Failed(
                        run(fields.object("run")),
                        diagnostic(fields.object("why")),
                        fields.has("mismatch") ? Optional.of(mismatch(fields.object("mismatch"))) : Optional.empty());
            case "manual" -> new StepOutcome.Manual(fields.flag("holds"), fields.text("note"));
            case "skipped" ->
                new StepOutcome.Skipped(
                        constant(StepOutcome.Skipped.Reason.class, fields.text("reason")), fields.text("note"));
            case "errored" -> new StepOutcome.Errored(diagnostic(fields.object("why")));
            default -> throw new JsonException("there is no outcome " + kind);
        };
    }

    public Run run(JsonObject fields) throws JsonException {
        List<Run.CommandRun> commands = new ArrayList<>();
        for (JsonObject command : fields.objects("commands")) {
            OptionalInt status =
                    command.has("exitStatus") ? OptionalInt.of(command.integer("exitStatus")) : OptionalInt.empty();
            commands.add(new Run.CommandRun(output(command.object("output")), status));
        }
        return new Run(
                instant(fields, "started"),
                Duration.ofNanos(fields.number("durationNanos")),
                fields.integer("tries"),
                commands);
    }

    public Output output(JsonObject fields) throws JsonException {
        if (fields.has("text")) {
            return Output.of(fields.text("text"));
        }
        byte[] head = bytes(fields, "base64");
        return fields.has("dropped")
                ? Output.of(head, fields.number("dropped"), bytes(fields, "tailBase64"))
                : Output.of(head);
    }

    public Mismatch mismatch(JsonObject fields) throws JsonException {
        List<Mismatch.Line> lines = new ArrayList<>();
        for (JsonObject line : fields.objects("lines")) {
            lines.add(new Mismatch.Line(
                    constant(Mismatch.Kind.class, line.text("kind")),
                    line.text("text"),
                    line.has("source") ? Optional.of(span(line.object("source"))) : Optional.empty(),
                    line.flag("noNewline")));
        }
        return new Mismatch(span(fields.object("expectation")), lines);
    }

    public Place place(JsonObject fields) throws JsonException {
        return new Place(fields.text("kind"), fields.text("host"), fields.text("user"));
    }

    public Diagnostic diagnostic(JsonObject fields) throws JsonException {
        String id = fields.text("code");
        DiagnosticCode code =
                codes.apply(id).orElseThrow(() -> new JsonException("there is no kind of diagnostic " + id));
        return new Diagnostic(code, span(fields.object("span")), fields.texts("arguments"));
    }

    public Span span(JsonObject fields) throws JsonException {
        return new Span(
                fields.text("file"),
                fields.integer("startLine"),
                fields.integer("startColumn"),
                fields.integer("endLine"),
                fields.integer("endColumn"));
    }

    /** A field that is a time. */
    public static Instant instant(JsonObject fields, String name) throws JsonException {
        try {
            return Instant.parse(fields.text(name));
        } catch (DateTimeException e) {
            throw new JsonException(name + " is not a time: " + fields.text(name), e);
        }
    }

    /** The constant that is written as {@code word}. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) throws JsonException {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new JsonException("there is no " + type.getSimpleName() + " " + word, e);
        }
    }

    private static byte[] bytes(JsonObject fields, String name) throws JsonException {
        try {
            return Base64.getDecoder().decode(fields.text(name));
        } catch (IllegalArgumentException e) {
            throw new JsonException(name + " is not Base64", e);
        }
    }
}
