package dev.runbook.verify;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.Executor;
import dev.runbook.exec.Plan;
import dev.runbook.exec.Plans;
import dev.runbook.exec.Scope;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.model.Environment;
import dev.runbook.model.Runbook;
import dev.runbook.results.Label;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries one runbook out in a server that is there. */
final class RunbookRun {
    private static final String ROOT = "root";

    private final Subject subject;
    private ServerContainer server;
    private final String timezone;
    private final Proofs.Steps told;
    private final Plan plan;

    RunbookRun(Subject subject, ServerContainer server, String timezone, Proofs.Steps told) {
        this.subject = subject;
        this.server = server;
        this.timezone = timezone;
        this.told = told;
        this.plan = plan(subject.runbook());
    }

    /** What a verification carries out, undo steps apart. */
    static Plan plan(Runbook runbook) {
        return Plans.of(runbook, new Scope(true, false, Optional.empty(), Set.of()), Environment.ACCOUNT);
    }

    /** Where it is run; after a run the one that it ended in. */
    ServerContainer server() {
        return server;
    }

    /**
     * What came of it.
     *
     * @param error why it could not be carried out, or does not hold, as a whole
     */
    record Outcome(List<StepProof> steps, Optional<Diagnostic> error) {
        boolean holds() {
            return error.isEmpty()
                    && steps.stream().noneMatch(s -> s.label() == Label.FAILED || s.label() == Label.ERRORED);
        }
    }

    /** From the step on that was edited. */
    Outcome run(WatchedRun watched) throws ContainerException {
        Movable at = watched.in(server);
        try {
            List<StepProof> steps = watched.run(at, told);
            server = at.server();
            return outcome(steps);
        } catch (BackendException e) {
            server = at.server();
            return lost(e);
        } finally {
            server = at.server();
            at.close();
        }
    }

    private Outcome lost(BackendException e) {
        return new Outcome(
                List.of(),
                Optional.of(lost().orElse(
                                Diagnostic.of(e.code(), place(), e.arguments().toArray()))));
    }

    /** Once, and then as the options ask. */
    Outcome run(Options options) {
        try (Backend backend = new ShellBackend(server.launcher(), timezone)) {
            Set<String> before = options.undoToo() ? Traces.of(backend, plan) : Set.of();
            Outcome outcome = pass(backend, false);
            if (outcome.holds() && options.idempotent()) {
                outcome = again(outcome);
            }
            if (outcome.holds() && options.undoToo() && !plan.undos().isEmpty()) {
                outcome = undone(backend, outcome, before);
            }
            return outcome;
        } catch (BackendException e) {
            return lost(e);
        }
    }

    private Outcome pass(Backend backend, boolean again) throws BackendException {
        Policy policy = new Policy(subject.environment(), again);
        try (StubWatch stubs =
                StubWatch.of(server.launcher(), subject.environment().stubs())) {
            Proofs proofs = new Proofs(policy, stubs, told);
            new Executor(backend, subject.values(), policy, proofs).run(plan);
            return outcome(proofs.of(plan));
        }
    }

    private Outcome outcome(List<StepProof> steps) {
        boolean lost = steps.stream()
                .flatMap(s -> s.why().stream())
                .anyMatch(why -> why.code() == ExecCode.CONTACT_LOST || why.code() == ExecCode.NO_SHELL);
        return new Outcome(steps, lost ? lost() : Optional.empty());
    }

    private Optional<Diagnostic> lost() {
        return server.lost().map(this::told);
    }

    private Diagnostic told(ContainerException e) {
        return Diagnostic.of(e.code(), place(), e.arguments().toArray());
    }

    private Span place() {
        return Span.startOf(subject.runbook().source().name());
    }

    /** In new shells, as a person would; what does not hold the second time is said of the step. */
    private Outcome again(Outcome first) throws BackendException {
        Map<String, StepProof> second = new HashMap<>();
        Outcome outcome;
        try (Backend backend = new ShellBackend(server.launcher(), timezone)) {
            outcome = pass(backend, true);
        }
        outcome.steps().forEach(proof -> second.put(proof.step(), proof));
        List<StepProof> merged = first.steps().stream()
                .map(proof -> {
                    StepProof then = second.getOrDefault(proof.step(), proof);
                    return then.label() == Label.FAILED || then.label() == Label.ERRORED ? then : proof;
                })
                .toList();
        boolean failed = outcome.steps().stream().anyMatch(s -> s.label() == Label.FAILED);
        Optional<Diagnostic> error = failed && outcome.error().isEmpty()
                ? merged.stream()
                        .filter(s -> s.label() == Label.FAILED)
                        .findFirst()
                        .map(s -> Diagnostic.of(VerifyCode.NOT_IDEMPOTENT, at(s.line())))
                : outcome.error();
        return new Outcome(merged, error);
    }

    private Span at(int line) {
        return subject.runbook().source().lineSpan(line);
    }

    private Outcome undone(Backend backend, Outcome done, Set<String> before) throws BackendException {
        Policy policy = new Policy(subject.environment(), false);
        List<StepProof> steps = new ArrayList<>(done.steps());
        try (StubWatch stubs =
                StubWatch.of(server.launcher(), subject.environment().stubs())) {
            Proofs proofs = new Proofs(policy, stubs, told);
            new Executor(backend, subject.values(), policy, proofs).undo(plan);
            steps.addAll(proofs.of(undos()));
        }
        Outcome outcome = outcome(steps);
        if (!outcome.holds()) {
            return outcome;
        }
        List<String> left = Traces.difference(before, Traces.of(backend, plan));
        if (!left.isEmpty()) {
            StepProof last = steps.remove(steps.size() - 1);
            steps.add(failed(last, Diagnostic.of(VerifyCode.NOT_UNDONE, at(last.line()), String.join("; ", left))));
        }
        return outcome(steps);
    }

    private static StepProof failed(StepProof proof, Diagnostic why) {
        return new StepProof(
                proof.step(),
                proof.line(),
                proof.digest(),
                Label.FAILED,
                proof.note(),
                proof.at(),
                proof.duration(),
                proof.tries(),
                proof.outputs(),
                Optional.of(why),
                Optional.empty());
    }

    /** The undo steps as a plan of their own, in the order in which they are run. */
    private Plan undos() {
        List<dev.runbook.exec.PlannedStep> steps = new ArrayList<>();
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            steps.addAll(plan.undos().getOrDefault(plan.steps().get(i).step().id(), List.of()));
        }
        return new Plan(plan.runbook(), plan.digest(), steps, Map.of());
    }

    /** Versions of the environment's packages, as they are now. */
    Map<String, String> packages() {
        List<String> names = subject.environment().packages();
        if (names.isEmpty()) {
            return Map.of();
        }
        StringBuilder script = new StringBuilder("rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE}\\n' --");
        names.forEach(name -> script.append(' ').append(dev.runbook.values.Quoting.shell(name)));
        Map<String, String> versions = new HashMap<>();
        try (Backend backend = new ShellBackend(server.launcher(), timezone)) {
            String said = backend.call(ROOT, script + " 2>/dev/null", new byte[0])
                    .output()
                    .text();
            said.lines()
                    .map(line -> line.split(" ", -1))
                    .filter(words -> words.length == 2)
                    .forEach(words -> versions.put(words[0], words[1]));
        } catch (BackendException e) {
            // The container is gone, which is said elsewhere.
        }
        return versions;
    }
}
