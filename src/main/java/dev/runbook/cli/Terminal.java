package dev.runbook.cli;

import java.util.regex.Pattern;

/** What a terminal may be given. */
final class Terminal {
    /** Direction marks too: they can make a command read as another. */
    private static final Pattern DRIVING = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private Terminal() {}

    /** The text without characters that could drive the terminal or deceive its reader. */
    static String clean(String text) {
        return DRIVING.matcher(text).replaceAll("\uFFFD");
    }
}
