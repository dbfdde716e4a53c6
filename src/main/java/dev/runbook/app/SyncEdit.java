package dev.runbook.app;

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
}
