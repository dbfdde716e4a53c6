package dev.runbook.check;

/** Blanks out what of Markdown is not read as text, so that rules for text need not know Markdown. */
final class ProseMask {
    private static final char BLANK = '\0';

    private final String markdown;
    private final StringBuilder out;
    private int at;

    private ProseMask(String markdown) {
        this.markdown = markdown;
        this.out = new StringBuilder(markdown);
    }

    /** The same length and the same lines, with NUL for each character that is no text. */
    static String of(String markdown) {
        ProseMask mask = new ProseMask(markdown);
        mask.scan();
        return mask.out.toString();
    }

    private void scan() {
        boolean noMoreBackquotes = false;
        while (at < markdown.length()) {
            char c = markdown.charAt(at);
            if (c == '\\') {
                blank(Math.min(at + 2, markdown.length()));
            } else if (c == '`') {
                int run = run();
                int close = noMoreBackquotes ? -1 : closing(at + run, run);
                noMoreBackquotes |= close < 0 && run == 1;
                blank(close < 0 ? at + run : close);
            } else if (c == '<' && isTag()) {
                int close = markdown.indexOf('>', at);
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
        int paragraph = markdown.indexOf("\n\n", from);
        int limit = paragraph < 0 ? markdown.length() : paragraph;
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

    /** Behind the parenthesis that closes a link's destination. */
    private int destinationEnd() {
        int depth = 0;
        for (int i = at; i < markdown.length(); i++) {
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
        for (int i = at; i < end; i++) {
            if (out.charAt(i) != '\n') {
                out.setCharAt(i, BLANK);
            }
        }
        at = end;
    }
}
