package dev.runbook.exec.container;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's own words, out of the library's. */
final class Said {
    private static final Pattern MESSAGE = Pattern.compile("\\{\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Said() {}

    static String by(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage());
        Matcher matcher = MESSAGE.matcher(text);
        String said = matcher.find() ? matcher.group(1).replace("\\n", " ").replace("\\\"", "\"") : text;
        Throwable cause = thrown.getCause();
        boolean bare = thrown.getMessage() == null || text.startsWith("java.");
        return (bare && cause != null ? by(cause) : said).strip().replace('\n', ' ');
    }
}
