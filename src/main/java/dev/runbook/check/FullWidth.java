package dev.runbook.check;

import java.util.Locale;

/** Characters that an input method or a word processor writes in place of ASCII. */
final class FullWidth {
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC\uFF70";
    private static final String QUOTES = "\u2018\u2019\u201C\u201D";
    private static final String SPACES = "\u3000\u00A0";
    private static final String WAVES = "\u301C\uFF5E";

    private FullWidth() {}

    /** Whether there is any character beyond ASCII. */
    static boolean occursIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** Whether the character is one that only looks like what a command needs there. */
    static boolean isMistake(String text, int at) {
        char c = text.charAt(at);
        if (c == '\u30FC' || c == '\uFF70') {
            return at == 0 || !isKana(text.charAt(at - 1));
        }
        return c > 0x7F && (isFullWidthAscii(c) || (DASHES + QUOTES + SPACES + WAVES).indexOf(c) >= 0);
    }

    static boolean isFullWidthAscii(char c) {
        return c >= '\uFF01' && c <= '\uFF5E';
    }

    /** The ASCII that was meant, as it is shown in a message. */
    static String meant(char c) {
        if (DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (QUOTES.indexOf(c) >= 0) {
            return c < '\u201C' ? "'" : "\"";
        }
        if (WAVES.indexOf(c) >= 0) {
            return "~";
        }
        return SPACES.indexOf(c) >= 0 ? "U+0020" : Character.toString(c - 0xFEE0);
    }

    /** The character and its number, since some of them cannot be seen. */
    static String name(char c) {
        String number = String.format(Locale.ROOT, "U+%04X", (int) c);
        return SPACES.indexOf(c) >= 0 ? number : c + " (" + number + ")";
    }

    static boolean isKana(char c) {
        return (c >= '\u3041' && c <= '\u30FF') || (c >= '\uFF66' && c <= '\uFF9F');
    }
}
