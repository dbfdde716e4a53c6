package dev.runbook.site;

import dev.runbook.site.view.Badge.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as a site shows them: the same whoever builds it, wherever. */
final class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final long MILLIS = 1000;
    private static final long SHORT = 10;

    private final ZoneId zone;

    /** @param zone an IANA name */
    Moments(String zone) {
        this.zone = ZoneId.of(zone);
    }

    Moment of(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return new Moment(
                instant.truncatedTo(ChronoUnit.SECONDS).toString(),
                DateTimeFormatter.ISO_LOCAL_DATE.format(local),
                MINUTE.format(local) + " " + zone.getId());
    }

    /** {@code 0.05 s}, {@code 1.2 s}, {@code 75 s}. */
    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / (double) MILLIS;
        String format = seconds < 1 ? "%.2f s" : seconds < SHORT ? "%.1f s" : "%.0f s";
        return String.format(Locale.ROOT, format, seconds);
    }
}
