package dev.runbook.site;

/** Text as HTML. */
final class Escape {
    private Escape() {}

    /** Escaped for an element's text and for a quoted attribute's value. */
    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(out, text, 0, text.length());
        return out.toString();
    }

    /** Appends a part of a text, escaped. */
    static void append(StringBuilder out, String text, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            String escaped = escaped(text.charAt(i));
            if (!escaped.isEmpty()) {
                out.append(text, from, i).append(escaped);
                from = i + 1;
            }
        }
        out.append(text, from, end);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
