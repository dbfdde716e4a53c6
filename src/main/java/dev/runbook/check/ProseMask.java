package dev.runbook.check;

/** Blanks out what of Markdown is not read as text, so that rules for text need not know Markdown. */
final class ProseMask {
    /** In place of a character of a code span. */
    static final char CODE = '\1';

    private static final char BLANK = '\0';
    /** A link's destination that is longer is taken for text. */
    private static final int MAX_DESTINATION = 2000;

    private final String markdown;
    private final StringBuilder out;
    private int at;
    /** Kept, so that the text is not searched again for each back quote. */
    private int paragraphEnd = -1;

    private ProseMask(String markdown) {
        this.markdown = markdown;
        this.out = new StringBuilder(markdown);
    }

    /** The same length and the same lines, with {@link #CODE} or NUL for each character that is no text. */
    static String of(String markdown) {
        ProseMask mask = new ProseMask(markdown);
        mask.scan();
        return mask.out.toString();
    }

    private void scan() {
        boolean noMoreTags = false;
        while (at < markdown.length()) {
            char c = markdown.charAt(at);
            if (c == '\\') {
                blank(Math.min(at + 2, markdown.length()));
            } else if (c == '`') {
                int run = run();
                int close = closing(at + run, run);
                blank(close < 0 ? at + run : close, CODE);
            } else if (c == '<' && isTag()) {
                int close = noMoreTags ? -1 : markdown.indexOf('>', at);
                noMoreTags = close < 0;
                blank(close < 0 ? at + 1 : close + 1);
            } else if (markdown.startsWith("](", at)) {
                at++;
                blank(destinationEnd());
            } else if (markdown.startsWith("http://", at) || markdown.startsWith("https://", at)) {
                blank(asciiEnd());
            } else if (markdown.startsWith("]:", at)) {
                blank(Math.max(at + 2, lineEnd()));
            } else {
                at++;
            }
        }
    }

    private int run() {
        int end = at;
        while (end < markdown.length() && markdown.charAt(end) == '`') {
            end++;
        }
        return end - at;
    }

    private int closing(int from, int length) {
        int limit = paragraphEnd(from);
        for (int i = markdown.indexOf('`', from); i >= 0 && i < limit; ) {
            int end = i;
            while (end < limit && markdown.charAt(end) == '`') {
                end++;
            }
            if (end - i == length) {
                return end;
            }
            i = markdown.indexOf('`', end);
        }
        return -1;
    }

    private boolean isTag() {
        char next = at + 1 < markdown.length() ? markdown.charAt(at + 1) : ' ';
        return Names.isStart(next) || next == '/' || next == '!' || next == '?';
    }

    private int paragraphEnd(int from) {
        if (paragraphEnd < from) {
            int end = markdown.indexOf("\n\n", from);
            paragraphEnd = end < 0 ? markdown.length() : end;
        }
        return paragraphEnd;
    }

    /** Behind the parenthesis that closes a link's destination. */
    private int destinationEnd() {
        int depth = 0;
        int limit = Math.min(markdown.length(), at + MAX_DESTINATION);
        for (int i = at; i < limit; i++) {
            char c = markdown.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            } else if (c == '\n') {
                break;
            }
        }
        return at + 1;
    }

    private int asciiEnd() {
        int end = at;
        while (end < markdown.length() && markdown.charAt(end) > ' ' && markdown.charAt(end) < 0x7F) {
            end++;
        }
        return end;
    }

    private int lineEnd() {
        int end = markdown.indexOf('\n', at);
        return end < 0 ? markdown.length() : end;
    }

    private void blank(int end) {
        blank(end, BLANK);
    }

    private void blank(int end, char with) {
        for (int i = at; i < end; i++) {
            if (out.charAt(i) != '\n') {
                out.setCharAt(i, with);
            }
        }
        at = end;
    }
}
