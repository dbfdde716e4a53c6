package dev.runbook.verify;

import dev.runbook.exec.ExecCode;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.container.ContainerCode;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.results.Label;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes of each step's outcome what verification says of it. */
final class Proofs implements ExecutionListener {
    private static final String DISK_FULL = "No space left on device";

    private final Policy policy;
    private final StubWatch stubs;
    private final Steps told;
    private final Map<String, StepProof> earlier;
    private final Map<StepId, StepProof> proofs = new LinkedHashMap<>();
    private int number;
    private int total;

    /** Is told of each step. */
    interface Steps {
        /** For those that nobody asked for. */
        Steps UNTOLD = new Steps() {};

        default void begin(StepId step, int number, int total) {}

        default void end(StepProof proof) {}
    }

    Proofs(Policy policy, StubWatch stubs, Steps told) {
        this(policy, stubs, told, Map.of());
    }

    /** @param earlier by step, what is said of those that are not run again */
    Proofs(Policy policy, StubWatch stubs, Steps told, Map<String, StepProof> earlier) {
        this.earlier = earlier;
        this.policy = policy;
        this.stubs = stubs;
        this.told = told;
    }

    @Override
    public void planned(Plan plan) {
        number = 0;
        total = plan.steps().size();
    }

    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        told.begin(step.step().id(), ++number, total);
        stubs.called();
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        Set<String> answered = new TreeSet<>();
        if (outcome.ran().isPresent()) {
            answered.addAll(stubs.called());
            answered.addAll(stubs.named(step.step().action().code()));
        } else {
            number++;
        }
        StepProof proof = outcome.accept(new Judge(step, answered));
        proofs.put(step.step().id(), proof);
        told.end(proof);
    }

    /** Those of all steps of a plan, in order; one that was not reached is skipped. */
    List<StepProof> of(Plan plan) {
        Optional<String> stoppedAt = proofs.values().stream()
                .filter(p -> p.label() == Label.FAILED || p.label() == Label.ERRORED)
                .map(StepProof::step)
                .findFirst();
        String note = stoppedAt.map(step -> "after=" + step).orElse("");
        return plan.steps().stream()
                .map(step -> proofs.getOrDefault(step.step().id(), bare(step, Label.SKIPPED, note, Optional.empty())))
                .toList();
    }

    private static StepProof bare(PlannedStep step, Label label, String note, Optional<Diagnostic> why) {
        return new StepProof(
                step.step().id().name(),
                step.step().span().startLine(),
                step.digest(),
                label,
                note,
                Instant.now(),
                Duration.ZERO,
                0,
                List.of(),
                why,
                Optional.empty());
    }

    private final class Judge implements StepOutcome.Visitor<StepProof> {
        private final PlannedStep step;
        private final String stubs;

        Judge(PlannedStep step, Set<String> stubs) {
            this.step = step;
            this.stubs = String.join(", ", stubs);
        }

        private StepProof ran(Label label, Run run, Optional<StepOutcome.Failed> failed, Optional<Diagnostic> why) {
            return new StepProof(
                    step.step().id().name(),
                    step.step().span().startLine(),
                    step.digest(),
                    label,
                    stubs,
                    run.started(),
                    run.duration(),
                    run.tries(),
                    run.commands().stream().map(Run.CommandRun::output).toList(),
                    why,
                    failed.flatMap(StepOutcome.Failed::mismatch));
        }

        @Override
        public StepProof passed(StepOutcome.Passed passed) {
            Label label = stubs.isEmpty() ? Label.PASSED : Label.STUBBED;
            return ran(label, passed.run(), Optional.empty(), Optional.empty());
        }

        @Override
        public StepProof failed(StepOutcome.Failed failed) {
            Optional<String> full = failed.run().commands().stream()
                    .map(Run.CommandRun::output)
                    .flatMap(output -> output.text().lines())
                    .filter(line -> line.contains(DISK_FULL))
                    .findFirst();
            if (full.isPresent()) {
                Diagnostic why = Diagnostic.of(
                        ContainerCode.DISK_FULL, step.step().span(), full.get().strip());
                return ran(Label.ERRORED, failed.run(), Optional.of(failed), Optional.of(why));
            }
            // Nobody knows what would have come of it.
            Label label = failed.why().code() == ExecCode.TIMED_OUT ? Label.ERRORED : Label.FAILED;
            return ran(label, failed.run(), Optional.of(failed), Optional.of(failed.why()));
        }

        @Override
        public StepProof manual(StepOutcome.Manual manual) {
            return bare(step, Label.MANUAL, manual.note(), Optional.empty());
        }

        @Override
        public StepProof skipped(StepOutcome.Skipped skipped) {
            StepProof before = earlier.get(step.step().id().name());
            if (skipped.reason() == StepOutcome.Skipped.Reason.RESUMED && before != null) {
                return before.at(step.step().span().startLine());
            }
            if (skipped.reason() == StepOutcome.Skipped.Reason.DOCUMENT) {
                return bare(step, Label.SKIPPED, "exit=80", Optional.empty());
            }
            if (Policy.isManual(step)) {
                return bare(step, Label.MANUAL, "", Optional.empty());
            }
            String note = policy.lacking(step).map(need -> "needs=" + need).orElse("");
            return bare(step, Label.SKIPPED, note, Optional.empty());
        }

        @Override
        public StepProof errored(StepOutcome.Errored errored) {
            return bare(step, Label.ERRORED, stubs, Optional.of(errored.why()));
        }
    }
}
