package dev.runbook.app;

import dev.runbook.check.SectionDigest;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.source.SourceFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records in a translation's front matter which version of the original it translates. */
final class SyncRecord {
    /** What YAML takes for a text without quotes; a number or {@code true} is none. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|null|yes|no|on|off|y|n)$)[\\p{IsAlphabetic}][\\p{IsAlphabetic}\\p{IsDigit}_-]*");

    private SyncRecord() {}

    /** The edit that makes the record current; empty where it is. */
    static Optional<SyncEdit> of(Runbook original, Runbook translation) {
        StringBuilder record = new StringBuilder("translates:\n");
        for (Section section : original.sections()) {
            record.append("  ")
                    .append(quoted(SectionDigest.key(section)))
                    .append(": '")
                    .append(SectionDigest.of(section))
                    .append("'\n");
        }
        if (original.sections().isEmpty()) {
            return Optional.empty();
        }
        SyncEdit edit = place(translation.source(), record.toString());
        String replaced = translation.source().text().substring(edit.start(), edit.end());
        return replaced.equals(edit.replacement()) ? Optional.empty() : Optional.of(edit);
    }

    private static String quoted(String key) {
        return PLAIN.matcher(key).matches() ? key : "'" + key.replace("'", "''") + "'";
    }

    private static SyncEdit place(SourceFile source, String record) {
        if (!source.line(1).stripTrailing().equals("---")) {
            return new SyncEdit(0, 0, "---\n" + record + "---\n\n");
        }
        int line = 2;
        while (line <= source.lineCount()
                && !isEnd(source.line(line))
                && !source.line(line).startsWith("translates:")) {
            line++;
        }
        if (line > source.lineCount()) {
            return new SyncEdit(0, 0, ""); // a front matter without end: said by the parser
        }
        int end = line;
        if (!isEnd(source.line(line))) {
            end++;
            // Empty lines and comments belong to the value only if more of it follows.
            for (int next = end; next <= source.lineCount() && mayBeInside(source.line(next)); next++) {
                end = isInside(source.line(next)) ? next + 1 : end;
            }
        }
        return new SyncEdit(source.lineStart(line), source.lineStart(Math.min(end, source.lineCount())), record);
    }

    private static boolean isEnd(String line) {
        String mark = line.stripTrailing();
        return mark.equals("---") || mark.equals("...");
    }

    private static boolean mayBeInside(String line) {
        return isInside(line) || line.isBlank() || line.startsWith("#");
    }

    /** Whether the line belongs to the value of the key above it. */
    private static boolean isInside(String line) {
        return (line.startsWith(" ") && !line.isBlank()) || line.startsWith("\t") || line.startsWith("}");
    }
}
