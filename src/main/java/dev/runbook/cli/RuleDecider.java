package dev.runbook.cli;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.StepOutcome;
import java.util.Optional;
import java.util.Set;

/** Nobody is asked: stops where a person would have to decide, unless that was decided beforehand. */
final class RuleDecider implements Decider {
    private final Set<String> allowed;
    private final boolean goesOn;
    private final RunTexts texts;

    /**
     * A rule.
     *
     * @param allowed the names of steps that may destroy something, or that count as done by hand
     * @param goesOn whether a step that does not hold is no reason to stop
     */
    RuleDecider(Set<String> allowed, boolean goesOn, RunTexts texts) {
        this.goesOn = goesOn;
        this.allowed = Set.copyOf(allowed);
        this.texts = texts;
    }

    @Override
    public Decision before(PlannedStep step) {
        String name = step.step().id().name();
        boolean named = allowed.contains(name);
        if (step.step().isManual()) {
            return named
                    ? new Decision.Judge(true, texts.get("rule.allowed"))
                    : new Decision.Stop(texts.get("rule.manual", name));
        }
        if (step.step().options().danger().isPresent() && !named) {
            return new Decision.Stop(texts.get("rule.danger", name));
        }
        return new Decision.Run(Optional.empty());
    }

    @Override
    public Decision after(PlannedStep step, StepOutcome outcome) {
        return goesOn ? new Decision.GoOn() : new Decision.Stop("");
    }
}
