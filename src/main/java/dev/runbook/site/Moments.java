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

    /** A duration as an author would write it: {@code 370ms}, and above a second without milliseconds, {@code 1m15s}. */
    static String took(Duration duration) {
        boolean isShort = duration.compareTo(Duration.ofSeconds(1)) < 0;
        return StepFacts.words(duration.truncatedTo(isShort ? ChronoUnit.MILLIS : ChronoUnit.SECONDS));
    }
}
