package dev.runbook.cli;

import dev.runbook.app.GatherValues;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RunHeader;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.values.Asker;
import dev.runbook.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values that a runbook is carried out with. */
final class ExecValues {
    private final Invocation invocation;
    private final RunSources sources;
    private final Page page;
    private final RunTexts texts;
    private final RunControl control;

    ExecValues(Invocation invocation, RunSources sources, Page page, RunTexts texts, RunControl control) {
        this.invocation = invocation;
        this.sources = sources;
        this.page = page;
        this.texts = texts;
        this.control = control;
    }

    /**
     * From the options, the environment and the person; what else a run that is gone on with had, is taken from its record.
     *
     * @return empty if the person left by Ctrl-C
     * @throws CommandFailed if a value is missing or wrong
     */
    Optional<Values> gather(@Nullable TerminalPerson person, RunScreen screen, Optional<RecordedRun> before)
            throws CommandFailed {
        Runbook shown = page.in(invocation.language()).orElse(page.original());
        if (person == null) {
            return Optional.of(usable(gather(before, Asker.NOBODY)));
        }
        ParameterQuestions questions = new ParameterQuestions(person, screen, texts, shown);
        control.asks(person);
        control.asking(true);
        Parsed<Values> gathered;
        try {
            gathered = gather(before, questions);
        } finally {
            control.asking(false);
        }
        return questions.interrupted() ? Optional.empty() : Optional.of(usable(gathered));
    }

    private Parsed<Values> gather(Optional<RecordedRun> before, Asker asker) throws CommandFailed {
        List<String> params = new ArrayList<>();
        before.flatMap(RecordedRun::header).ifPresent(header -> params.addAll(recorded(header)));
        params.addAll(invocation.values("--param"));
        GatherValues.Request request = new GatherValues.Request(
                params,
                invocation.value("--params"),
                invocation.values("--secret-file"),
                invocation.values("--secret-command"),
                invocation.host().environment(),
                invocation.host().folder());
        Runbook original = page.original();
        try {
            return GatherValues.gather(
                    original.source().name(), original.frontMatter().params(), request, asker);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(Problem.VALUES_NOT_USABLE, page.id().path());
        }
    }

    /** As if given again, before what is given now; a parameter that the runbook no longer has is left to the resumption. */
    private List<String> recorded(RunHeader header) {
        Set<String> names = page.original().frontMatter().params().stream()
                .filter(p -> !p.secret())
                .map(Parameter::name)
                .collect(Collectors.toSet());
        return header.values().entrySet().stream()
                .filter(e -> names.contains(e.getKey()))
                .map((Map.Entry<String, String> e) -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    private Values usable(Parsed<Values> gathered) throws CommandFailed {
        sources.print(gathered.diagnostics());
        if (gathered.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            throw new CommandFailed(Problem.VALUES_NOT_USABLE, page.id().path());
        }
        return gathered.value();
    }
}
