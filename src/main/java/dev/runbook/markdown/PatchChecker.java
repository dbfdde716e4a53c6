package dev.runbook.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that a text is a unified diff of one file whose hunks have the lengths that their headers say. */
final class PatchChecker {
    private static final Pattern HUNK =
            Pattern.compile("@@ -[0-9]{1,9}(?:,([0-9]{1,9}))? \\+[0-9]{1,9}(?:,([0-9]{1,9}))? @@.*");

    private final Problems problems;
    private final List<SourceText> lines;
    private int at;

    private PatchChecker(List<SourceText> lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** Reports the first line at which the text stops being a diff. */
    static void check(List<SourceText> lines, Problems problems) {
        new PatchChecker(lines, problems).check();
    }

    private void check() {
        while (at < lines.size() && isHeader(lines.get(at).text())) {
            at++;
        }
        boolean good = at < lines.size();
        while (good && at < lines.size()) {
            good = hunk();
        }
        if (!good) {
            SourceText line = lines.get(Math.min(at, lines.size() - 1));
            problems.add(MarkdownCode.BAD_PATCH, line.start(), line.end());
        }
    }

    private static boolean isHeader(String line) {
        return line.startsWith("--- ")
                || line.startsWith("+++ ")
                || line.startsWith("diff ")
                || line.startsWith("index ")
                || line.startsWith("new file mode ")
                || line.startsWith("deleted file mode ");
    }

    /** Reads one hunk; if it is not good, {@link #at} is left at the line that shows it. */
    private boolean hunk() {
        Matcher header = HUNK.matcher(lines.get(at).text());
        if (!header.matches()) {
            return false;
        }
        int headerLine = at++;
        int removed = count(header.group(1));
        int added = count(header.group(2));
        while (at < lines.size() && (removed > 0 || added > 0)) {
            String line = lines.get(at).text();
            // Editors strip the space of an empty context line; patch(1) takes it all the same.
            char kind = line.isEmpty() ? ' ' : line.charAt(0);
            switch (kind) {
                case ' ' -> {
                    removed--;
                    added--;
                }
                case '-' -> removed--;
                case '+' -> added--;
                case '\\' -> {}
                default -> {
                    return false;
                }
            }
            if (removed < 0 || added < 0) {
                return false;
            }
            at++;
        }
        if (removed > 0 || added > 0) {
            at = headerLine;
            return false;
        }
        while (at < lines.size() && lines.get(at).text().startsWith("\\")) {
            at++;
        }
        return true;
    }

    private static int count(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
