package dev.runbook.markdown;

/** The escapes of an expected line that ends in {@code (esc)}: those of C, and {@code \}{@code uXXXX}. */
final class Escapes {
    private static final String SIMPLE = "abefnrtv0\\\"'";

    private Escapes() {}

    /** The index of the first backslash that begins no escape, or -1. */
    static int firstBad(String text) {
        int at = text.indexOf('\\');
        while (at >= 0) {
            int length = escapeLength(text, at);
            if (length == 0) {
                return at;
            }
            at = text.indexOf('\\', at + length);
        }
        return -1;
    }

    private static int escapeLength(String text, int at) {
        if (at + 1 == text.length()) {
            return 0;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'x') {
            return hasHexDigits(text, at + 2, 2) ? 4 : 0;
        }
        if (kind == 'u') {
            return hasHexDigits(text, at + 2, 4) ? 6 : 0;
        }
        return SIMPLE.indexOf(kind) >= 0 ? 2 : 0;
    }

    private static boolean hasHexDigits(String text, int from, int count) {
        if (from + count > text.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
