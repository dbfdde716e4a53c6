package dev.runbook.cli;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.source.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a plan as an executor does, and runs nothing: steps hold, but for those that are told to fail once. */
final class FakeRun {
    private final Decider decider;
    private final List<ExecutionListener> listeners;
    private final Map<String, String> outputs = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private final List<String> ran = new ArrayList<>();
    private final List<StepResult> results = new ArrayList<>();

    FakeRun(Decider decider, List<ExecutionListener> listeners) {
        this.decider = decider;
        this.listeners = listeners;
    }

    FakeRun writes(String step, String output) {
        outputs.put(step, output);
        return this;
    }

    FakeRun failsOnce(String step) {
        failing.add(step);
        return this;
    }

    /** What was run: names, and the code where it was edited. */
    List<String> ran() {
        return ran;
    }

    Transcript run(Plan plan) {
        listeners.forEach(l -> l.planned(plan));
        End end = End.COMPLETED;
        int at = 0;
        while (at < plan.steps().size()) {
            PlannedStep step = plan.steps().get(at);
            Decision decision = decider.before(step);
            StepOutcome outcome = null;
            while (decision instanceof Decision.Run run) {
                outcome = run(step, run);
                decision = outcome.holds() ? new Decision.Skip("") : decider.after(step, outcome);
                if (outcome.holds()) {
                    break;
                }
            }
            if (outcome == null || !outcome.holds()) {
                if (decision instanceof Decision.Back) {
                    at--;
                    continue;
                }
                if (decision instanceof Decision.Undo) {
                    undo(plan);
                    end = End.STOPPED;
                    break;
                }
                if (decision instanceof Decision.Stop) {
                    end = outcome == null ? End.STOPPED : End.FAILED;
                    break;
                }
                if (decision instanceof Decision.Judge judge) {
                    finish(step, new StepOutcome.Manual(judge.holds(), judge.note()));
                } else if (decision instanceof Decision.Skip skip) {
                    finish(step, new StepOutcome.Skipped(StepOutcome.Skipped.Reason.PERSON, skip.why()));
                }
            }
            at++;
        }
        Transcript transcript = new Transcript(
                plan.runbook().id(),
                plan.digest(),
                new Place("local", "web1", "root"),
                Instant.EPOCH,
                Instant.EPOCH,
                results,
                end);
        listeners.forEach(l -> l.ended(transcript));
        return transcript;
    }

    private void undo(Plan plan) {
        List<PlannedStep> steps = new ArrayList<>();
        plan.steps()
                .forEach(s -> steps.addAll(plan.undos().getOrDefault(s.step().id(), List.of())));
        Collections.reverse(steps);
        listeners.forEach(l -> l.undoing(steps));
        steps.forEach(s -> run(s, new Decision.Run(java.util.Optional.empty())));
    }

    private StepOutcome run(PlannedStep step, Decision.Run decision) {
        String name = step.step().id().name();
        String code = decision.edited().orElse(step.step().action().code());
        ran.add(decision.edited().map(edited -> name + ": " + edited.strip()).orElse(name));
        listeners.forEach(l -> l.started(step, code, decision.edited().isPresent()));
        byte[] output = outputs.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
        if (output.length > 0) {
            listeners.forEach(l -> l.output(step, output));
        }
        Run run = new Run(Instant.EPOCH, Duration.ofMillis(1200), 1, List.of());
        StepOutcome outcome = failing.remove(name)
                ? new StepOutcome.Failed(
                        run,
                        Diagnostic.of(ExecCode.COMMAND_FAILED, step.step().codeSpan(), "pg_dump", 1, 0),
                        java.util.Optional.empty())
                : new StepOutcome.Passed(run, false);
        finish(step, outcome);
        return outcome;
    }

    private void finish(PlannedStep step, StepOutcome outcome) {
        results.add(new StepResult(step.step().id(), step.digest(), outcome));
        listeners.forEach(l -> l.finished(step, outcome));
    }
}
