package dev.runbook.cli;

import dev.runbook.app.JudgeResults;
import dev.runbook.app.ReadResults;
import dev.runbook.model.Handbook;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.Results;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code --results PATH}: what a site says of the handbook's verification. */
final class ResultsOption {
    static final String NAME = "--results";
    static final String VALUE = "PATH";

    private ResultsOption() {}

    /**
     * What there is to say of a handbook: nothing where the option was not given.
     *
     * @return empty where results cannot be read; why has been printed
     */
    static Optional<Function<Handbook, Optional<HandbookStatus>>> read(Invocation invocation) throws CommandFailed {
        Optional<String> place = invocation.value(NAME);
        if (place.isEmpty()) {
            return Optional.of(handbook -> Optional.empty());
        }
        Parsed<List<Results>> read = ReadResults.read(List.of(invocation.path(place.get())));
        new ProblemPrinter(invocation, invocation.host().folder()).print(read.diagnostics());
        if (read.hasErrors()) {
            return Optional.empty();
        }
        Results results = Results.merged("", read.value());
        Path folder = invocation.handbook();
        Clock clock = Clock.systemUTC();
        return Optional.of(handbook -> Optional.of(new JudgeResults(folder, results, clock.instant()).of(handbook)));
    }
}
