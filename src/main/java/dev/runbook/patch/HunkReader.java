package dev.runbook.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the unified diff of one file, whose hunks must have the lengths that their headers say. */
final class HunkReader {
    private static final Pattern HEADER =
            Pattern.compile("@@ -([0-9]{1,9})(?:,([0-9]{1,9}))? \\+([0-9]{1,9})(?:,([0-9]{1,9}))? @@.*");

    private final List<String> lines;
    private final List<Hunk> hunks = new ArrayList<>();
    private boolean createsFile;
    private int at;
    private boolean good;

    private HunkReader(List<String> lines) {
        this.lines = lines;
    }

    static HunkReader read(List<String> lines) {
        HunkReader reader = new HunkReader(lines);
        reader.readAll();
        return reader;
    }

    List<Hunk> hunks() {
        return hunks;
    }

    /** Whether the file must not be there before. */
    boolean createsFile() {
        return createsFile;
    }

    /** The index of the first line at which the text stops being a diff; empty if it is one. */
    OptionalInt badLine() {
        return good ? OptionalInt.empty() : OptionalInt.of(Math.max(0, Math.min(at, lines.size() - 1)));
    }

    private void readAll() {
        while (at < lines.size() && isPreamble(lines.get(at))) {
            createsFile |= lines.get(at).startsWith("--- /dev/null");
            at++;
        }
        good = at < lines.size();
        while (good && at < lines.size()) {
            good = hunk();
        }
    }

    private static boolean isPreamble(String line) {
        return line.startsWith("--- ")
                || line.startsWith("+++ ")
                || line.startsWith("diff ")
                || line.startsWith("index ")
                || line.startsWith("new file mode ")
                || line.startsWith("deleted file mode ");
    }

    /** Reads one hunk; if it is not good, {@link #at} is left at the line that shows it. */
    private boolean hunk() {
        Matcher header = HEADER.matcher(lines.get(at));
        if (!header.matches()) {
            return false;
        }
        int headerLine = at++;
        SideReader before = new SideReader(header.group(1), header.group(2));
        SideReader after = new SideReader(header.group(3), header.group(4));
        boolean inBefore = false;
        boolean inAfter = false;
        while (at < lines.size() && (before.missing > 0 || after.missing > 0 || isMark(lines.get(at)))) {
            String line = lines.get(at);
            // Editors strip the space of an empty context line; patch(1) takes it all the same.
            char kind = line.isEmpty() ? ' ' : line.charAt(0);
            if (kind == '\\') {
                before.unterminated |= inBefore;
                after.unterminated |= inAfter;
            } else if (kind == ' ' || kind == '-' || kind == '+') {
                inBefore = kind != '+';
                inAfter = kind != '-';
                String text = line.isEmpty() ? "" : line.substring(1);
                if ((inBefore && !before.add(text)) || (inAfter && !after.add(text))) {
                    return false;
                }
            } else {
                return false;
            }
            at++;
        }
        if (before.missing > 0 || after.missing > 0) {
            at = headerLine;
            return false;
        }
        hunks.add(new Hunk(headerLine + 1, before.side(), after.side()));
        return true;
    }

    /** {@code \ No newline at end of file}, in the language of whoever ran diff. */
    private static boolean isMark(String line) {
        return line.startsWith("\\");
    }

    /** One side of a hunk as its lines are read. */
    private static final class SideReader {
        private final int start;
        private final List<String> lines = new ArrayList<>();
        private int missing;
        private boolean unterminated;

        SideReader(String start, @Nullable String count) {
            this.start = Integer.parseInt(start);
            this.missing = count == null ? 1 : Integer.parseInt(count);
        }

        boolean add(String line) {
            // After a last line without a newline there is no other.
            if (missing == 0 || unterminated) {
                return false;
            }
            missing--;
            return lines.add(line);
        }

        Hunk.Side side() {
            return new Hunk.Side(start, lines, unterminated);
        }
    }
}
