package dev.runbook.markdown;

/**
 * What a text may not go beyond, looked at before it is parsed: flexmark takes more than linear time, or calls itself too
 * deep, for each of these. All are far from what people write.
 */
final class Limits {
    /** Lines in all. */
    static final int MAX_LINES = 100_000;

    /** Lines without a blank one among them, outside of code: flexmark looks at a paragraph anew for most of its lines. */
    static final int MAX_PARAGRAPH_LINES = 2_000;

    /** Markers of quotes and lists, and the spaces around them, at the start of a line. */
    static final int MAX_PREFIX = 250;

    /** Spaces in a row outside of code. */
    static final int MAX_SPACES = 1_000;

    /** Rows that are too short are filled up, so columns times rows cells are made of columns plus rows characters. */
    static final int MAX_COLUMNS = 200;

    private static final String PREFIX = " \t>*+-.)0123456789";
    private static final String MARKERS = ">*+-.)";

    private final String text;
    private int lines;
    private int paragraphLines;
    private boolean code;

    private Limits(String text) {
        this.text = text;
    }

    /** Whether a text is not to be parsed; the line that shows it is reported. */
    static boolean isTooComplex(String body, int offset, Problems problems) {
        Limits limits = new Limits(body);
        for (int from = 0; from < body.length(); ) {
            int newline = body.indexOf('\n', from);
            int to = newline < 0 ? body.length() : newline;
            if (limits.isExceeded(from, to)) {
                problems.add(MarkdownCode.TOO_COMPLEX, offset + from, offset + to);
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private boolean isExceeded(int from, int to) {
        int start = skip(from, to, " \t");
        lines++;
        paragraphLines = start == to ? 0 : paragraphLines + 1;
        if (text.startsWith("```", start) || text.startsWith("~~~", start)) {
            code = !code;
            paragraphLines = 0;
        }
        return lines > MAX_LINES
                || isDeep(from, to)
                || isWideDelimiterRow(from, to)
                || (!code && (paragraphLines > MAX_PARAGRAPH_LINES || hasManySpaces(start, to)));
    }

    private int skip(int from, int to, String characters) {
        int at = from;
        while (at < to && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** More markers than can be meant; a line of one character is a rule or an underline. */
    private boolean isDeep(int from, int to) {
        if (to - from <= MAX_PREFIX) {
            return false;
        }
        int end = skip(from, to, PREFIX);
        if (end - from <= MAX_PREFIX) {
            return false;
        }
        int first = skip(from, end, " \t");
        char marker = first < end ? text.charAt(first) : ' ';
        boolean rule = end == to && marker != '>' && skip(first, to, " \t" + marker) == to;
        if (rule) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (MARKERS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasManySpaces(int from, int to) {
        if (to - from <= MAX_SPACES) {
            return false;
        }
        int spaces = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            spaces = c == ' ' || c == '\t' ? spaces + 1 : 0;
            if (spaces > MAX_SPACES) {
                return true;
            }
        }
        return false;
    }

    /** A row of dashes, colons and bars below a table's head, maybe in quotes and lists. */
    private boolean isWideDelimiterRow(int from, int to) {
        if (to - from <= 2 * MAX_COLUMNS) {
            return false;
        }
        int bars = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '|') {
                bars++;
            } else if (c != ':' && PREFIX.indexOf(c) < 0) {
                return false;
            }
        }
        // A bar on both sides of each column.
        return bars > MAX_COLUMNS + 1;
    }
}
