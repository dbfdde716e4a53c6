package dev.runbook.app;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes new files, all of them or none where one is there already. */
final class NewFiles {
    private NewFiles() {}

    /**
     * Writes texts below a folder.
     *
     * @param texts by path relative to the folder, with {@code /}
     * @return what was written
     */
    static Parsed<List<Path>> write(Path folder, SortedMap<String, String> texts) {
        List<Diagnostic> problems = new ArrayList<>();
        for (String name : texts.keySet()) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                problems.add(Diagnostic.of(NewProblem.ALREADY_EXISTS, Span.startOf(name)));
            }
        }
        List<Path> written = new ArrayList<>();
        if (!problems.isEmpty()) {
            return new Parsed<>(written, problems);
        }
        texts.forEach((name, text) -> {
            Path path = folder.resolve(name);
            try {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
                written.add(path);
            } catch (FileAlreadyExistsException e) {
                problems.add(Diagnostic.of(NewProblem.ALREADY_EXISTS, Span.startOf(name)));
            } catch (IOException e) {
                problems.add(Diagnostic.of(NewProblem.NOT_WRITABLE, Span.startOf(name), e));
            }
        });
        return new Parsed<>(written, problems);
    }
}
