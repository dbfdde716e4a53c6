package dev.runbook.exec;

import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.values.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out one plan, once: the order of steps, and what follows from each outcome. */
public final class Executor {
    private static final Decision AS_IT_STANDS = new Decision.Run(Optional.empty());

    private final Backend backend;
    private final Values values;
    private final Decider decider;
    private final ExecutionListener listener;
    private final Set<StepId> held;
    private final boolean pastDifferences;
    private final List<StepResult> results = new ArrayList<>();
    /** By step, the last one; in the order in which they first came. */
    private final Map<StepId, StepOutcome> outcomes = new LinkedHashMap<>();

    private Optional<StepContext> context = Optional.empty();
    private volatile Optional<StepRunner> runner = Optional.empty();
    private volatile boolean stopped;

    /** For a run from the start. */
    public Executor(Backend backend, Values values, Decider decider, ExecutionListener listener) {
        this(backend, values, decider, listener, Set.of(), false);
    }

    /**
     * For a run that may go on from another.
     *
     * @param held steps that held then and are not run again
     * @param pastDifferences whether a console session goes on behind a command that wrote something else than expected
     */
    public Executor(
            Backend backend,
            Values values,
            Decider decider,
            ExecutionListener listener,
            Set<StepId> held,
            boolean pastDifferences) {
        this.backend = backend;
        this.values = values;
        this.decider = decider;
        this.listener = listener;
        this.held = Set.copyOf(held);
        this.pastDifferences = pastDifferences;
    }

    /** Goes through the steps of the plan in order. The transcript is complete however it ends. */
    public Transcript run(Plan plan) {
        return carryOut(plan, () -> steps(plan));
    }

    /** Runs the undo steps of all steps in the plan, last first. */
    public Transcript undo(Plan plan) {
        return carryOut(plan, () -> {
            List<StepId> done = plan.steps().stream().map(p -> p.step().id()).toList();
            return takeBack(plan, done) ? ended() : End.FAILED;
        });
    }

    /** From any thread: ends the command that is running; the decider is then asked. */
    public void interrupt() {
        runner.ifPresent(StepRunner::interrupt);
    }

    /** From any thread: ends the run as soon as it can, with the transcript complete. */
    public void stop() {
        stopped = true;
        interrupt();
    }

    /** From a decider that is being asked: a shell is about to be opened at the step. */
    public void shellOpened(PlannedStep step) {
        listener.shellOpened(step);
    }

    private interface Way {
        End go();
    }

    private Transcript carryOut(Plan plan, Way way) {
        Instant started = Instant.now();
        StepContext shared = StepContext.of(backend, values, listener, pastDifferences);
        context = Optional.of(shared);
        runner = Optional.of(new StepRunner(shared, plan.runbook()));
        listener.planned(plan);
        End end = way.go();
        Transcript transcript = new Transcript(
                plan.runbook().id(),
                plan.digest(),
                backend.place(),
                started,
                Instant.now(),
                results,
                stopped ? End.INTERRUPTED : end);
        listener.ended(transcript);
        return transcript;
    }

    private End steps(Plan plan) {
        int at = 0;
        while (at < plan.steps().size() && !stopped) {
            PlannedStep step = plan.steps().get(at);
            Move move = held.contains(step.step().id())
                            && !outcomes.containsKey(step.step().id())
                    ? finish(step, new StepOutcome.Skipped(StepOutcome.Skipped.Reason.RESUMED, ""))
                    : answer(step, decider.before(step));
            switch (move) {
                case NEXT -> at++;
                case BACK -> at = Math.max(0, at - 1);
                case REST_SKIPPED -> at = skipRest(plan, at + 1);
                case UNDO -> {
                    List<StepId> done = new ArrayList<>(outcomes.keySet());
                    takeBack(plan, done);
                    return End.STOPPED;
                }
                case STOP -> {
                    return stoppedBy();
                }
            }
        }
        return ended();
    }

    private int skipRest(Plan plan, int from) {
        for (PlannedStep step : plan.steps().subList(from, plan.steps().size())) {
            finish(step, new StepOutcome.Skipped(StepOutcome.Skipped.Reason.DOCUMENT, ""));
        }
        return plan.steps().size();
    }

    /** Where an answer leads. */
    private enum Move {
        NEXT,
        BACK,
        REST_SKIPPED,
        UNDO,
        STOP
    }

    private Move answer(PlannedStep step, Decision decision) {
        // That a step is run as it stands, its start says.
        if (!decision.equals(AS_IT_STANDS)) {
            listener.decided(
                    step,
                    decision.accept(new MaskedDecision(context.orElseThrow().masker())));
        }
        return decision.accept(new Answer(step));
    }

    private Move attempt(PlannedStep step, Optional<String> edited) {
        StepOutcome outcome = runner.orElseThrow().run(step, edited);
        note(step, outcome);
        return after(step, outcome);
    }

    private Move finish(PlannedStep step, StepOutcome outcome) {
        listener.finished(step, outcome);
        note(step, outcome);
        return Move.NEXT;
    }

    private Move after(PlannedStep step, StepOutcome outcome) {
        if (stopped) {
            return Move.STOP;
        }
        boolean skipsRest = outcome.accept(SkipsRest.INSTANCE);
        if (skipsRest) {
            return Move.REST_SKIPPED;
        }
        return outcome.holds() ? Move.NEXT : answer(step, decider.after(step, outcome));
    }

    private void note(PlannedStep step, StepOutcome outcome) {
        results.add(new StepResult(step.step().id(), step.digest(), outcome));
        outcomes.put(step.step().id(), outcome);
    }

    /** False: one did not hold, and no further one was run. */
    private boolean takeBack(Plan plan, List<StepId> done) {
        List<StepId> lastFirst = new ArrayList<>(done);
        Collections.reverse(lastFirst);
        List<PlannedStep> undos = lastFirst.stream()
                .flatMap(id -> plan.undos().getOrDefault(id, List.of()).stream())
                .toList();
        listener.undoing(undos);
        for (PlannedStep undo : undos) {
            if (stopped || answer(undo, decider.before(undo)) != Move.NEXT) {
                return false;
            }
        }
        return true;
    }

    private End ended() {
        return outcomes.values().stream()
                .map(outcome -> outcome.accept(EndOf.INSTANCE))
                .max(End::compareTo)
                .orElse(End.COMPLETED);
    }

    /** What a run that went no further came to: a failure is more than having been stopped. */
    private End stoppedBy() {
        End end = ended();
        return end == End.COMPLETED ? End.STOPPED : end;
    }

    /** Does what was decided about a step. */
    private final class Answer implements Decision.Visitor<Move> {
        private final PlannedStep step;

        Answer(PlannedStep step) {
            this.step = step;
        }

        @Override
        public Move run(Decision.Run run) {
            if (step.step().isManual()) {
                throw new IllegalArgumentException(
                        "a manual step is judged, not run: " + step.step().id());
            }
            return attempt(step, run.edited());
        }

        @Override
        public Move skip(Decision.Skip skip) {
            String why = context.orElseThrow().masker().mask(skip.why());
            return finish(step, new StepOutcome.Skipped(StepOutcome.Skipped.Reason.PERSON, why));
        }

        @Override
        public Move judge(Decision.Judge judge) {
            String note = context.orElseThrow().masker().mask(judge.note());
            StepOutcome outcome = new StepOutcome.Manual(judge.holds(), note);
            finish(step, outcome);
            return after(step, outcome);
        }

        @Override
        public Move goOn(Decision.GoOn goOn) {
            return Move.NEXT;
        }

        @Override
        public Move back(Decision.Back back) {
            return Move.BACK;
        }

        @Override
        public Move undo(Decision.Undo undo) {
            return Move.UNDO;
        }

        @Override
        public Move stop(Decision.Stop stop) {
            return Move.STOP;
        }
    }
}
