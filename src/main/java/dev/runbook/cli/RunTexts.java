package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.time.Duration;
import java.util.Locale;

/**
 * The words of a run, in one language and style.
 *
 * @param words of the commands
 * @param run of runs
 */
record RunTexts(Language language, Messages words, Messages run, Style style) {
    private static final int PRECISE = 10;
    private static final double MILLIS = 1000;

    static RunTexts of(Language language, Style style) {
        return new RunTexts(
                language, Messages.of(Main.class, "texts", language), Messages.of(Main.class, "run", language), style);
    }

    String get(String key, Object... arguments) {
        return run.get(key, arguments);
    }

    /** A printer of steps for a terminal of this width. */
    StepPrinter steps(int columns) {
        return new StepPrinter(words, style, columns);
    }

    /** {@code 0.2 s}, {@code 75 s}, {@code 12 min}. */
    String seconds(Duration duration) {
        double seconds = duration.toMillis() / MILLIS;
        if (seconds >= PRECISE * 60) {
            return get("run.minutes", duration.toMinutes());
        }
        String format = seconds < PRECISE && (seconds == 0 || seconds != Math.rint(seconds)) ? "%.1f" : "%.0f";
        return get("run.seconds", String.format(Locale.ROOT, format, seconds));
    }
}
