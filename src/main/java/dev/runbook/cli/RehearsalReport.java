package dev.runbook.cli;

import dev.runbook.exec.rehearsal.Changes;
import dev.runbook.exec.rehearsal.Changes.Change;
import dev.runbook.values.Masker;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files that a rehearsed runbook would change, with secrets masked. */
final class RehearsalReport {
    private static final String PATCH = "changes.patch";

    private final RunTexts texts;
    private final Masker masker;

    RehearsalReport(RunTexts texts, Values values) {
        this.texts = texts;
        this.masker = RunHead.masker(values);
    }

    String text(Changes changes) {
        StringBuilder out = new StringBuilder("\n");
        String head = changes.changes().isEmpty()
                ? texts.get("rehearsal.none")
                : texts.get("rehearsal.changes", changes.changes().size());
        out.append(texts.style().bold(head)).append('\n');
        changes.changes().forEach(change -> out.append(line(change)));
        if (changes.leftOut() > 0) {
            out.append(texts.get("rehearsal.left-out", changes.leftOut())).append('\n');
        }
        if (!changes.missing().isEmpty()) {
            out.append(texts.get("rehearsal.missing", Terminal.clean(String.join(" ", changes.missing()))))
                    .append('\n');
        }
        for (Change change : changes.changes()) {
            change.diff()
                    .ifPresent(diff -> out.append('\n').append(CodeText.of("diff", masker.mask(diff), texts.style())));
        }
        return out.toString();
    }

    private String line(Change change) {
        String mark = switch (change.kind()) {
            case ADDED -> texts.style().green("+");
            case CHANGED -> texts.style().yellow("~");
            case DELETED -> texts.style().red("-");
        };
        return "  " + mark + " " + Terminal.clean(masker.mask(change.path())) + "\n";
    }

    /** Keeps the diffs as one patch, which the owner alone can read. */
    Path keep(Changes changes, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(PATCH);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, masker.mask(changes.patch()), StandardCharsets.UTF_8);
        return file;
    }
}
