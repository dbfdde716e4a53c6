package dev.runbook.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's lines without their ends.
 *
 * @param terminated whether the last has one; true of an empty file
 * @param crlf whether every line ends with {@code \r\n}
 */
record FileLines(List<String> lines, boolean terminated, boolean crlf) {
    static FileLines of(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        boolean crlf = !text.isEmpty();
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at));
            crlf &= at > from && text.charAt(at - 1) == '\r';
            from = at + 1;
        }
        boolean terminated = from == text.length();
        crlf &= from > 0;
        if (crlf) {
            lines.replaceAll(line -> line.substring(0, line.length() - 1));
        }
        if (!terminated) {
            lines.add(text.substring(from));
        }
        return new FileLines(lines, terminated, crlf);
    }

    /** Whether a hunk's side is found at an index. */
    boolean has(Hunk.Side side, int index) {
        int end = index + side.size();
        if (index < 0 || end > lines.size()) {
            return false;
        }
        boolean endsWithoutNewline = end == lines.size() && !terminated;
        return side.endsWithoutNewline() == endsWithoutNewline
                && lines.subList(index, end).equals(side.lines());
    }

    /** These lines as a file's text. */
    String text() {
        String end = crlf ? "\r\n" : "\n";
        String text = String.join(end, lines);
        return lines.isEmpty() || !terminated ? text : text + end;
    }
}
