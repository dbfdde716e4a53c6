package dev.runbook.check;

/** Names of variables, as shells and psql have them. */
final class Names {
    private Names() {}

    static boolean isStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isPart(char c) {
        return isStart(c) || (c >= '0' && c <= '9');
    }

    /** Where the name that begins at {@code start} ends; {@code start} itself if none does. */
    static int end(String text, int start, int limit) {
        if (start >= limit || !isStart(text.charAt(start))) {
            return start;
        }
        int end = start + 1;
        while (end < limit && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the whole text is a name. */
    static boolean isName(String text) {
        return !text.isEmpty() && end(text, 0, text.length()) == text.length();
    }
}
