package dev.runbook.cli;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.StepOutcome;
import java.util.Optional;
import java.util.Set;

/** Nobody is asked: stops where a person would have to decide, unless that was decided beforehand. */
final class RuleDecider implements Decider {
    private final Set<String> allowed;
    private final boolean goesOn;
    private final boolean updates;
    private final RunTexts texts;

    /**
     * A rule.
     *
     * @param allowed the names of steps that may destroy something, or that count as done by hand
     * @param goesOn whether a step that does not hold is no reason to stop
     * @param updates whether a step whose output alone is another is none either, since the document follows it
     */
    RuleDecider(Set<String> allowed, boolean goesOn, boolean updates, RunTexts texts) {
        this.updates = updates;
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
        return goesOn || (updates && outcome.accept(OutputDiffers.INSTANCE))
                ? new Decision.GoOn()
                : new Decision.Stop("");
    }

    /** Whether a step did what it should, but for what it wrote. */
    private enum OutputDiffers implements StepOutcome.Visitor<Boolean> {
        INSTANCE;

        @Override
        public Boolean passed(StepOutcome.Passed passed) {
            return false;
        }

        @Override
        public Boolean failed(StepOutcome.Failed failed) {
            return failed.why().code() == ExecCode.OUTPUT_DIFFERS;
        }

        @Override
        public Boolean manual(StepOutcome.Manual manual) {
            return false;
        }

        @Override
        public Boolean skipped(StepOutcome.Skipped skipped) {
            return false;
        }

        @Override
        public Boolean errored(StepOutcome.Errored errored) {
            return false;
        }
    }
}
