package dev.runbook.match;

import java.util.Arrays;

/**
 * A pattern in which {@code *} is any text and {@code ?} any one character, and a backslash before these or before a
 * backslash takes their meaning away, as in cram; any other backslash is itself. Time grows with text times pattern at
 * worst: only the last star is ever gone back to.
 */
final class Glob {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] parts;

    Glob(String pattern) {
        int[] codePoints = pattern.codePoints().toArray();
        int[] found = new int[codePoints.length];
        int count = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            if (c == '\\' && i + 1 < codePoints.length && "*?\\".indexOf(codePoints[i + 1]) >= 0) {
                i++;
                found[count++] = codePoints[i];
            } else if (c == '*') {
                if (count == 0 || found[count - 1] != ANY_TEXT) {
                    found[count++] = ANY_TEXT;
                }
            } else {
                found[count++] = c == '?' ? ANY_CHARACTER : c;
            }
        }
        parts = Arrays.copyOf(found, count);
    }

    boolean matches(String text) {
        int at = 0;
        int part = 0;
        int star = -1;
        int afterStar = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (part < parts.length && parts[part] == ANY_TEXT) {
                star = part++;
                afterStar = at;
            } else if (part < parts.length && (parts[part] == c || parts[part] == ANY_CHARACTER)) {
                part++;
                at += Character.charCount(c);
            } else if (star >= 0) {
                part = star + 1;
                afterStar += Character.charCount(text.codePointAt(afterStar));
                at = afterStar;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY_TEXT) {
            part++;
        }
        return part == parts.length;
    }
}
