package dev.runbook.serve;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Told what happens while a handbook is served. Called by one thread at a time. */
public interface ServeListener {
    /**
     * An edit has been taken in and browsers have been told.
     *
     * @param files the changed files, relative to the handbook's folder
     * @param taken from the change being noticed to the browsers being told
     * @param diagnostics what there is to say about the changed files
     * @param sources the texts that the diagnostics are about, also where the last good page is still shown
     */
    void changed(
            List<String> files,
            Duration taken,
            List<Diagnostic> diagnostics,
            Function<String, Optional<SourceFile>> sources);

    /**
     * What a check of the whole handbook found beyond that, a moment later: what the edit broke in other files, such as
     * links that lead to it.
     */
    void brokenElsewhere(List<Diagnostic> diagnostics, Function<String, Optional<SourceFile>> sources);
}
