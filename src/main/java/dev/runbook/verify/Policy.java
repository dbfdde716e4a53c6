package dev.runbook.verify;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Environment;
import dev.runbook.model.Role;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.results.Label;
import java.util.Optional;

/** What is done with a step where nobody can be asked: it is run if a machine can, and the first that fails is the last. */
final class Policy implements Decider {
    private final Environment environment;
    /** The second time: what prepared or broke something did so already, and what holds only at first is past. */
    private final boolean again;

    Policy(Environment environment, boolean again) {
        this.environment = environment;
        this.again = again;
    }

    @Override
    public Decision before(PlannedStep step) {
        boolean done = again
                && (step.step().role() == Role.GIVEN || step.step().options().once());
        return isManual(step) || lacking(step).isPresent() || done
                ? new Decision.Skip("")
                : new Decision.Run(Optional.empty());
    }

    @Override
    public Decision after(PlannedStep step, StepOutcome outcome) {
        return new Decision.Stop("");
    }

    /** Whether only a person can do it. */
    static boolean isManual(PlannedStep step) {
        return step.step().isManual() || step.step().options().interactive();
    }

    /** What is said of a step that is not run, whatever came before it. */
    Optional<Label> without(PlannedStep step) {
        if (isManual(step)) {
            return Optional.of(Label.MANUAL);
        }
        return lacking(step).map(need -> Label.SKIPPED);
    }

    /** The first thing that a step needs and the environment does not offer. */
    Optional<String> lacking(PlannedStep step) {
        return step.step().options().needs().stream()
                .filter(need -> !environment.offers().contains(need))
                .findFirst();
    }
}
