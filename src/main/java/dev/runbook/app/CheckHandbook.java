package dev.runbook.app;

import dev.runbook.check.Checker;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a handbook and checks it as a whole. */
public final class CheckHandbook {
    private CheckHandbook() {}

    /** The handbook and all that is wrong with it. */
    public static Parsed<Handbook> check(Path folder, Progress progress) {
        Parsed<Handbook> read = new HandbookReader(folder).read(progress);
        List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
        diagnostics.addAll(Checker.handbook(read.value(), progress));
        return new Parsed<>(read.value(), diagnostics);
    }
}
