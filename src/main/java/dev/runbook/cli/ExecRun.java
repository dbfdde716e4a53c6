package dev.runbook.cli;

import dev.runbook.app.ExecRunbook;
import dev.runbook.app.ExecRunbook.Job;
import dev.runbook.app.ExecRunbook.Parties;
import dev.runbook.app.ExecRunbook.Recording;
import dev.runbook.app.LostState;
import dev.runbook.app.UpdateRunbook;
import dev.runbook.app.UpdateRunbook.Updated;
import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Decider;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.Plans;
import dev.runbook.exec.Scope;
import dev.runbook.exec.rehearsal.Changes;
import dev.runbook.exec.rehearsal.RehearsalLauncher;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.Transcript;
import dev.runbook.record.JournalException;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.Resume;
import dev.runbook.record.RunLockedException;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of {@code exec}, once it is known what is to be carried out. */
final class ExecRun {
    private final Invocation invocation;
    private final ExecOptions options;
    private final RunSources sources;
    private final Page page;
    private final Scope scope;
    private final RunTexts texts;
    private final RunControl control;
    /** Has it recorded that a person opens a shell at a step. */
    private Consumer<PlannedStep> shellNote = step -> {};

    ExecRun(Invocation invocation, ExecOptions options, RunSources sources, Page page, Scope scope) {
        this.invocation = invocation;
        this.options = options;
        this.sources = sources;
        this.page = page;
        this.scope = scope;
        this.texts = RunTexts.of(invocation.language(), invocation.style());
        this.control = new RunControl(options.asks());
    }

    /** One of {@link ExitCode}, or that of a signal. */
    int run() throws CommandFailed, IOException {
        try (RunSignals signals = new RunSignals(control);
                PersonHere here = new PersonHere(options.asks());
                RunScreen screen = new RunScreen(invocation.host(), here.columns(invocation.host()))) {
            signals.lead();
            Optional<RecordedRun> before = before();
            ExecValues asked = new ExecValues(invocation, sources, page, texts, control);
            Optional<Values> values = asked.gather(here.person(), screen, before);
            if (values.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            if (options.dryRun()) {
                return dryRun(screen, values.get());
            }
            if (options.rehearse()) {
                screen.print(texts.style().faint(texts.get("rehearsal.begin")) + "\n");
                screen.flush();
            }
            try (Places.Open place = Places.open(invocation, options)) {
                int exitCode = carryOut(place, values.get(), here.person(), screen, before);
                if (place.rehearsal().isPresent()) {
                    sayChanges(screen, place.rehearsal().get(), values.get());
                }
                return exitCode;
            }
        } catch (BackendException e) {
            throw new CommandFailed(e.code(), e.arguments());
        } catch (RunLockedException e) {
            throw failed(e.diagnostic(Span.startOf(page.original().source().name())));
        } catch (JournalException e) {
            throw failed(e.diagnostic(Span.startOf(page.original().source().name())));
        }
    }

    private void sayChanges(RunScreen screen, RehearsalLauncher rehearsal, Values values)
            throws BackendException, IOException {
        Changes changes = rehearsal.changes();
        RehearsalReport report = new RehearsalReport(texts, values);
        screen.print(report.text(changes));
        if (options.keep().isPresent()) {
            screen.print("\n");
            for (Path kept : report.keep(rehearsal, changes, options.keep().get())) {
                screen.print(texts.get("rehearsal.kept", invocation.shown(kept)) + "\n");
            }
        }
    }

    private static CommandFailed failed(Diagnostic why) {
        return new CommandFailed(why.code(), why.arguments());
    }

    /** The run that is gone on with. */
    private Optional<RecordedRun> before() throws CommandFailed, IOException {
        Optional<String> resume = options.resume();
        return resume.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunRecords(invocation).run(resume.get(), page.id()));
    }

    private int dryRun(RunScreen screen, Values values) throws CommandFailed {
        Plan plan = ExecCommand.plan(page, scope, options.undo(), Places.account());
        screen.print(new DryRun(texts, screen.columns()).print(plan, options.undo(), values));
        return ExitCode.HOLDS;
    }

    private int carryOut(
            Places.Open open,
            Values values,
            @Nullable TerminalPerson person,
            RunScreen screen,
            Optional<RecordedRun> before)
            throws CommandFailed, IOException, RunLockedException, BackendException {
        Backend backend = open.backend();
        Plan plan =
                ExecCommand.plan(page, scope, options.undo(), backend.place().user());
        Job job = new Job(plan, values, options.undo(), Set.of(), options.update());
        if (before.isPresent()) {
            Resume.Point point = point(before.get(), plan, backend.place(), values);
            job = new Job(plan, values, false, point.skipped(), options.update());
        }
        sayLost(plan, job.held(), backend.place().user());
        RunRecords records = new RunRecords(invocation);
        if (!invocation.quiet()) {
            RunHead head = new RunHead(texts, screen.columns());
            screen.print(head.title(shown(), backend.place(), steps(plan)));
            screen.print(head.values(shown(), values));
            screen.print(Requirements.text(
                    sources.handbook(), page, records, backend.place().host(), texts));
        }
        RunView view = new RunView(screen, texts, sources.outcomes(texts, screen), control, invocation.quiet());
        Decider decider = decider(view, person, job, backend);
        Parties parties = new Parties(decider, person != null, view.atOnce(), view.shown(), executor -> {
            control.controls(RunControl.of(executor));
            shellNote = executor::shellOpened;
        });
        boolean secrets = !values.secrets().isEmpty();
        if (options.check()) {
            // It changes nothing, and may be run beside a run that does.
            return ended(view, plan, ExecRunbook.unrecorded(job, backend, parties), "", secrets);
        }
        String file = sources.shown(page.original().source().name());
        Recording recording = records.recording(plan, file, backend.place(), values, before.map(RecordedRun::id));
        Places.Lock lock = open.lock(recording.header());
        Transcript transcript;
        try (lock) {
            transcript = ExecRunbook.recorded(job, backend, parties, recording);
        }
        return ended(view, plan, transcript, recording.header().run(), secrets);
    }

    /** Says what later steps need and earlier ones that are not run would have left; without a person that is too much. */
    private void sayLost(Plan plan, Set<StepId> held, String account) throws CommandFailed {
        boolean begins = options.from().isEmpty() && options.resume().isEmpty();
        if (begins || options.undo() || options.check()) {
            return;
        }
        List<PlannedStep> next = plan.steps().stream()
                .filter(step -> !held.contains(step.step().id()))
                .toList();
        List<PlannedStep> before = Plans.of(page.original(), Scope.ALL, account).steps().stream()
                .takeWhile(step -> next.isEmpty() || step.number() < next.get(0).number())
                .toList();
        Parsed<Optional<PlannedStep>> lost = LostState.between(page.original(), before, next);
        sources.print(lost.diagnostics());
        if (lost.value().isPresent() && !options.asks() && options.from().isEmpty()) {
            String first = lost.value().get().step().id().name();
            throw new CommandFailed(Problem.STATE_LOST, page.id().path(), first);
        }
    }

    /** Where a run is gone on with; what it relies on is said. */
    private Resume.Point point(RecordedRun before, Plan plan, Place place, Values values) throws CommandFailed {
        Parsed<Resume.Point> point = Resume.of(before, plan, place, values);
        sources.print(point.diagnostics());
        if (point.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            throw new CommandFailed(Problem.NOT_RESUMABLE, before.id());
        }
        return point.value();
    }

    private int ended(RunView view, Plan plan, Transcript transcript, String run, boolean secrets) throws IOException {
        view.showRest(transcript);
        if (options.update()) {
            view.screen().print("\n" + updated(plan, transcript, secrets));
        }
        RunEnding summary = new RunEnding(texts, steps(view.tally()), transcript, control.ended());
        String resume =
                run.isEmpty() || options.undo() || options.rehearse() ? "" : "runbook exec " + page.id() + " --resume";
        if (!invocation.quiet() || summary.exitCode() != ExitCode.HOLDS) {
            view.screen().print(summary.text(run, resume));
        }
        return summary.exitCode();
    }

    /** Writes the outputs into the document, and says where. */
    private String updated(Plan plan, Transcript transcript, boolean secrets) throws IOException {
        String file = sources.shown(page.original().source().name());
        Updated updated = UpdateRunbook.update(sources.folder(), page.original(), plan.steps(), transcript, secrets);
        return new UpdateReport(texts, file).text(updated, page);
    }

    private List<PlannedStep> steps(RunTally tally) {
        return options.undo() ? tally.takenBack() : tally.steps();
    }

    private Decider decider(RunView view, @Nullable TerminalPerson person, Job job, Backend backend) {
        if (person == null) {
            return new RuleDecider(Set.copyOf(options.allow()), options.check(), options.update(), texts);
        }
        BackendShell opened = new BackendShell(backend, person);
        StepShell shell = step -> {
            shellNote.accept(step);
            opened.open(step);
        };
        return view.asking(person, shown(), job, shell, invocation.host().environment());
    }

    private int steps(Plan plan) {
        return options.undo()
                ? plan.undos().values().stream().mapToInt(List::size).sum()
                : plan.steps().size();
    }

    private Runbook shown() {
        return page.in(invocation.language()).orElse(page.original());
    }
}
