package dev.runbook.markdown;

/** What a text may not go beyond, looked at before it is parsed: each of these would cost more than linear time. */
final class Limits {
    /** Rows that are too short are filled up, so columns times rows cells are made of columns plus rows characters. */
    private static final int MAX_COLUMNS = 200;

    private Limits() {}

    /** Whether a text is not to be parsed; the line that shows it is reported. */
    static boolean isTooComplex(String body, int offset, Problems problems) {
        for (int from = 0; from < body.length(); ) {
            int newline = body.indexOf('\n', from);
            int to = newline < 0 ? body.length() : newline;
            if (isWideDelimiterRow(body, from, to)) {
                problems.add(MarkdownCode.TOO_COMPLEX, offset + from, offset + to);
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** A row of dashes, colons and bars below a table's head, maybe in quotes and lists. */
    private static boolean isWideDelimiterRow(String text, int from, int to) {
        if (to - from <= 2 * MAX_COLUMNS) {
            return false;
        }
        int columns = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '|') {
                columns++;
            } else if ("-: \t>*+.)0123456789".indexOf(c) < 0) {
                return false;
            }
        }
        return columns > MAX_COLUMNS;
    }
}
