package dev.runbook.app;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a text.
 *
 * @param start offset in the text before any change, in UTF-16 units
 * @param end exclusive
 */
public record SyncEdit(int start, int end, String replacement) {
    /** The text after all changes, which are in order and do not overlap. */
    static String apply(String text, List<SyncEdit> edits) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (SyncEdit edit : edits) {
            out.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /**
     * A file's text after changes of its {@link dev.runbook.source.SourceFile}'s text, whose offsets count no byte order
     * mark and one character for each line end. Both stay as they are in the file, and new lines end like its others.
     */
    static String applyToRaw(String raw, List<SyncEdit> edits) {
        String lineEnd = raw.contains("\r\n") ? "\r\n" : raw.contains("\n") || !raw.contains("\r") ? "\n" : "\r";
        List<SyncEdit> inRaw = new ArrayList<>();
        int at = raw.startsWith("\uFEFF") ? 1 : 0;
        int clean = 0;
        for (SyncEdit edit : edits) {
            int start = advance(raw, at, edit.start() - clean);
            at = advance(raw, start, edit.end() - edit.start());
            clean = edit.end();
            inRaw.add(new SyncEdit(start, at, edit.replacement().replace("\n", lineEnd)));
        }
        return apply(raw, inRaw);
    }

    private static int advance(String raw, int from, int characters) {
        int at = from;
        for (int i = 0; i < characters; i++) {
            at += raw.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }
}
