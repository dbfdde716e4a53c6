package dev.runbook.exec;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runbooks as their authors write them. */
final class Written {
    private Written() {}

    /** The runbook {@code page} of a handbook in {@code folder} that holds this text. */
    static Runbook runbook(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("page.md"), text);
        var read = new HandbookReader(folder).read(Progress.NONE);
        if (read.hasErrors()) {
            throw new IllegalArgumentException(read.diagnostics().toString());
        }
        return read.value().page(new RunbookId("page")).orElseThrow().original();
    }
}
