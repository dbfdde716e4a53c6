package dev.runbook.cli;

import dev.runbook.app.CheckHandbook;
import dev.runbook.exec.Plan;
import dev.runbook.exec.Plans;
import dev.runbook.exec.Scope;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.StepId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook exec ID}. */
final class ExecCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return ExecSpec.of(specs, this);
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        ExecOptions options = ExecOptions.of(invocation);
        Path folder = invocation.handbook();
        Parsed<Handbook> checked;
        try (ProgressDisplay progress = invocation.progress()) {
            checked = CheckHandbook.check(folder, progress);
        }
        Page page = RunbookArguments.one(checked.value(), invocation.arguments().get(0));
        refuseErrors(invocation, folder, checked, page.original());
        Scope scope = scope(options, page.original());
        refuseWithoutPerson(invocation, options);
        Optional<Path> keep = options.keep();
        if (keep.isPresent() && !RehearsalReport.isFree(keep.get())) {
            throw new CommandFailed(Problem.KEEP_NOT_EMPTY, invocation.shown(keep.get()));
        }
        return new ExecRun(invocation, options, new RunSources(invocation, folder, checked.value()), page, scope).run();
    }

    /** A runbook that does not say clearly what is to be done is not begun. */
    private static void refuseErrors(Invocation invocation, Path folder, Parsed<Handbook> checked, Runbook runbook)
            throws CommandFailed {
        List<Diagnostic> errors = checked.diagnostics().stream()
                .filter(d ->
                        d.isError() && d.span().file().equals(runbook.source().name()))
                .toList();
        if (!errors.isEmpty()) {
            new ProblemPrinter(invocation, folder, checked.value()).print(errors);
            throw new CommandFailed(Problem.RUNBOOK_NOT_RUNNABLE, runbook.id().path(), String.valueOf(errors.size()));
        }
    }

    private static Scope scope(ExecOptions options, Runbook runbook) throws CommandFailed {
        StepNames names = new StepNames(runbook);
        for (String name : options.allow()) {
            names.find(name);
        }
        Optional<String> from = options.from();
        if (from.isPresent()) {
            names.find(from.get());
        }
        Set<String> only = new HashSet<>();
        for (String name : options.only()) {
            StepId found = names.find(name);
            only.add(found.name());
        }
        return new Scope(false, options.check(), from, only);
    }

    private static void refuseWithoutPerson(Invocation invocation, ExecOptions options) throws CommandFailed {
        Host host = invocation.host();
        if (options.asks() && !(host.inIsTerminal() && host.outIsTerminal())) {
            throw new CommandFailed(Problem.NOBODY_TO_ASK);
        }
    }

    /** The steps that are meant; there must be one. */
    static Plan plan(Page page, Scope scope, boolean undo, String account) throws CommandFailed {
        Plan plan = Plans.of(page.original(), scope, account);
        boolean empty = undo ? plan.undos().isEmpty() : plan.steps().isEmpty();
        if (empty) {
            throw new CommandFailed(Problem.NO_STEPS, page.id().path());
        }
        return plan;
    }
}
