package dev.runbook.markdown;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 90s}, {@code 3m}, {@code 1h30m}, {@code 30d}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** The duration; empty if the text is none, or none at all ({@code 0s}). */
    static Optional<Duration> parse(String text) {
        Matcher matcher = PART.matcher(text);
        Duration total = Duration.ZERO;
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            total = total.plus(part(Long.parseLong(matcher.group(1)), matcher.group(2)));
            at = matcher.end();
        }
        return at == text.length() && !total.isZero() ? Optional.of(total) : Optional.empty();
    }

    private static Duration part(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
