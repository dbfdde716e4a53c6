package dev.runbook.cli;

import dev.runbook.exec.rehearsal.Changes;
import dev.runbook.exec.rehearsal.Changes.Change;
import dev.runbook.exec.rehearsal.RehearsalLauncher;
import dev.runbook.values.Masker;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The files that a rehearsed runbook would change, with secrets masked. */
final class RehearsalReport {
    private static final String PATCH = "changes.patch";
    private static final String FILES = "files";
    private static final FileAttribute<?> PRIVATE_FILE = permissions("rw-------");
    private static final FileAttribute<?> PRIVATE_FOLDER = permissions("rwx------");

    private final RunTexts texts;
    private final Masker masker;

    RehearsalReport(RunTexts texts, Values values) {
        this.texts = texts;
        this.masker = RunHead.masker(values);
    }

    private static FileAttribute<?> permissions(String written) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(written));
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

    /** Whether nothing is there that what is kept could be mixed up with. */
    static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Keeps the diffs as one patch, and the files themselves, which hold secrets as they are: the owner alone can read them.
     *
     * @param folder a free one
     * @return what was made in it
     */
    List<Path> keep(RehearsalLauncher rehearsal, Changes changes, Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        if (!Files.isDirectory(absolute)) {
            Files.createDirectory(absolute, PRIVATE_FOLDER);
        }
        Path patch = folder.resolve(PATCH);
        Files.createFile(patch, PRIVATE_FILE);
        Files.writeString(patch, masker.mask(changes.patch()), StandardCharsets.UTF_8);
        Path files = folder.resolve(FILES);
        Files.createDirectory(files, PRIVATE_FOLDER);
        rehearsal.keep(changes, files);
        return List.of(patch, files);
    }
}
