package dev.runbook.app;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import java.util.List;

/**
 * What bringing translations up to their originals would change.
 *
 * @param changes the files that change, by name
 * @param diagnostics what could not be done, in the order of {@link Diagnostic#ORDER}
 */
public record SyncReport(List<Change> changes, List<Diagnostic> diagnostics) {
    public SyncReport {
        changes = List.copyOf(changes);
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).toList();
    }

    /**
     * The changes of one file.
     *
     * @param source the file as it was read
     * @param edits in order, not overlapping, at least one
     */
    public record Change(SourceFile source, List<SyncEdit> edits) {
        public Change {
            edits = List.copyOf(edits);
        }

        /** The file's new text, without byte order mark and with {@code \n} as line end. */
        public String text() {
            return SyncEdit.apply(source.text(), edits);
        }
    }
}
