package dev.runbook.outcome;

import dev.runbook.exec.ExecCode;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Outcomes of every kind and form, by chance. */
public final class OutcomeSamples {
    private static final String[] TEXTS = {
        "",
        "a",
        "\n",
        "日本語の出力\n",
        "quote \" back \\ slash",
        "\u0000",
        "😀",
        "\u001b[31mred\u001b[0m",
        "\r\n",
        "\u2028",
        "{\"a\":1}"
    };

    private final Random random;

    public OutcomeSamples(long seed) {
        this.random = new Random(seed);
    }

    public Transcript transcript() {
        return new Transcript(
                new RunbookId("database/" + text()),
                text(),
                new Place(text(), text(), text()),
                instant(),
                instant(),
                list(() -> new StepResult(new StepId(new RunbookId(text()), text()), text(), outcome())),
                pick(Transcript.End.values()));
    }

    public StepOutcome outcome() {
        return switch (random.nextInt(5)) {
            case 0 -> new StepOutcome.Passed(run(), random.nextBoolean());
            case 1 ->
                new StepOutcome.Failed(
                        run(), diagnostic(), random.nextBoolean() ? Optional.of(mismatch()) : Optional.empty());
            case 2 -> new StepOutcome.Manual(random.nextBoolean(), text());
            case 3 -> new StepOutcome.Skipped(pick(StepOutcome.Skipped.Reason.values()), text());
            default -> new StepOutcome.Errored(diagnostic());
        };
    }

    public Output output() {
        byte[] head = new byte[random.nextInt(20)];
        random.nextBytes(head);
        byte[] tail = new byte[random.nextInt(20)];
        random.nextBytes(tail);
        return switch (random.nextInt(3)) {
            case 0 -> Output.of(text() + text());
            case 1 -> Output.of(head);
            default -> Output.of(head, 1 + random.nextInt(1_000_000), tail);
        };
    }

    private Run run() {
        return new Run(
                instant(),
                Duration.ofNanos(random.nextLong() >>> 20),
                1 + random.nextInt(3),
                list(() -> new Run.CommandRun(
                        output(), random.nextBoolean() ? OptionalInt.of(random.nextInt(256)) : OptionalInt.empty())));
    }

    private Diagnostic diagnostic() {
        return new Diagnostic(pick(ExecCode.values()), span(), list(this::text));
    }

    private Mismatch mismatch() {
        return new Mismatch(
                span(),
                list(() -> new Mismatch.Line(
                        pick(Mismatch.Kind.values()),
                        text(),
                        random.nextBoolean() ? Optional.of(span()) : Optional.empty(),
                        random.nextBoolean())));
    }

    private Span span() {
        return new Span(text(), random.nextInt(99), random.nextInt(99), random.nextInt(99), random.nextInt(99));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }
}
