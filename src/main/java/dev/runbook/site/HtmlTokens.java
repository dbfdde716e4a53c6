package dev.runbook.site;

/**
 * Safe HTML cut into tags and the text between them, without building a tree: a page's text is walked once, and what need
 * not change is passed on as it is.
 */
final class HtmlTokens {
    /** What stands where. Places are indexes into the HTML, the end exclusive. */
    interface Sink {
        /**
         * A tag.
         *
         * @param name in lower case; of an end tag with a first {@code /}
         */
        void tag(String html, int start, int end, String name);

        void text(String html, int start, int end);
    }

    private HtmlTokens() {}

    static void walk(String html, Sink sink) {
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? html.length() : open;
            if (end > at) {
                sink.text(html, at, end);
            }
            if (open < 0) {
                return;
            }
            at = tagEnd(html, open);
            sink.tag(html, open, at, name(html, open + 1, at));
        }
    }

    /** Behind the tag's {@code >}, which may also stand inside a quoted value. */
    private static int tagEnd(String html, int open) {
        char quote = 0;
        for (int i = open + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static String name(String html, int start, int end) {
        int i = start;
        while (i < end && (Character.isLetterOrDigit(html.charAt(i)) || (i == start && html.charAt(i) == '/'))) {
            i++;
        }
        return html.substring(start, i);
    }
}
