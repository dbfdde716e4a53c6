package dev.runbook.results;

import dev.runbook.exec.ExecCode;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Any results; the same for the same seed. */
final class RandomResults {
    private static final String[] PIECES = {
        "a",
        "手順",
        "\n",
        "\r",
        "\t",
        "\"",
        "\\",
        "\u0000",
        "\u001b",
        "\uFEFF",
        "\u2028",
        "😀",
        "\uDBFF\uDFFF",
        "</x>",
        "%"
    };

    private final Random random;

    RandomResults(long seed) {
        random = new Random(seed);
    }

    Results results() {
        int count = random.nextInt(4);
        return new Results(
                text(),
                Stream.iterate(0, i -> i + 1).limit(count).map(this::runbook).toList());
    }

    private RunbookResult runbook(int number) {
        return new RunbookResult(
                new RunbookId("id" + number),
                "x" + text(),
                text(),
                maybe(this::text),
                new Setting(text(), text(), text(), random.nextBoolean(), Map.of(text(), text()), text()),
                instant(),
                duration(),
                some(this::step),
                maybe(this::diagnostic));
    }

    private StepProof step() {
        return new StepProof(
                "x" + text(),
                1 + random.nextInt(1000),
                text(),
                pick(Label.values()),
                text(),
                instant(),
                duration(),
                random.nextInt(4),
                some(this::output),
                maybe(this::diagnostic),
                maybe(() -> new Mismatch(span(), some(this::line))));
    }

    private Mismatch.Line line() {
        return new Mismatch.Line(pick(Mismatch.Kind.values()), text(), maybe(this::span), random.nextBoolean());
    }

    private Output output() {
        return switch (random.nextInt(3)) {
            case 0 -> Output.of(text());
            case 1 -> Output.of(bytes());
            default -> Output.of(bytes(), 1 + random.nextInt(1 << 20), bytes());
        };
    }

    private Diagnostic diagnostic() {
        return new Diagnostic(pick(ExecCode.values()), span(), some(this::text));
    }

    private Span span() {
        return new Span(
                text(), 1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(3) * 123_456L);
    }

    private Duration duration() {
        return Duration.ofMillis(random.nextInt(Integer.MAX_VALUE));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private <T> List<T> some(Supplier<T> supplier) {
        return Stream.generate(supplier).limit(random.nextInt(4)).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> supplier) {
        return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
