package dev.runbook.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the operator's clock shows them. */
final class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    private Times(ZoneId zone) {
        this.zone = zone;
    }

    /** In the zone of {@code TZ}, else the process's. */
    static Times of(Host host) {
        String name = host.variable("TZ");
        try {
            return new Times(name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name));
        } catch (DateTimeException e) {
            // TZ may hold rules of a form that only the C library knows.
            return new Times(ZoneId.systemDefault());
        }
    }

    String full(Instant at) {
        return FULL.format(at.atZone(zone));
    }

    /** With the offset from UTC: for who may be elsewhere. */
    String withZone(Instant at) {
        return full(at) + " " + at.atZone(zone).getOffset().getId().replace("Z", "+00:00");
    }

    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code 0.25s}, {@code 12.3s}, {@code 4m05s}, {@code 1h02m}. */
    static String length(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, seconds < 1 ? "%.2fs" : "%.1fs", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole % 3600 / 60);
    }
}
