package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.Plans;
import dev.runbook.exec.Scope;
import dev.runbook.i18n.Language;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.source.Diagnostic;
import dev.runbook.testing.Expectations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleDeciderTest {
    private static final Decision RUN = new Decision.Run(Optional.empty());
    private static final Decision GO_ON = new Decision.GoOn();
    private static final Decision STOP = new Decision.Stop("");

    private static final List<PlannedStep> STEPS =
            Plans.of(Expectations.runbook("""
                    ## 手順

                    ```bash {#plain .exec}
                    true
                    ```

                    ```bash {#drop .exec danger="all"}
                    true
                    ```

                    - [ ] 見る
                    """), Scope.ALL, "root").steps();

    private static RuleDecider decider(boolean goesOn, boolean updates, String... allowed) {
        return new RuleDecider(Set.of(allowed), goesOn, updates, RunTexts.of(Language.EN, new Style(false)));
    }

    private static StepOutcome failed(ExecCode code) {
        Run run = new Run(Instant.EPOCH, Duration.ZERO, 1, List.of());
        return new StepOutcome.Failed(
                run, Diagnostic.of(code, STEPS.get(0).step().span()), Optional.empty());
    }

    @Test
    void onlyWhatIsNamedMayDestroyOrCountAsDone() {
        String manual = STEPS.get(2).step().id().name();

        RuleDecider none = decider(false, false);
        assertEquals(RUN, none.before(STEPS.get(0)));
        assertEquals(
                new Decision.Stop("#drop destroys something: needs a person, or --allow drop"),
                none.before(STEPS.get(1)));
        assertEquals(
                new Decision.Stop("manual step #" + manual + ": needs a person, or --allow " + manual),
                none.before(STEPS.get(2)));

        RuleDecider both = decider(false, false, "drop", manual);
        assertEquals(RUN, both.before(STEPS.get(1)));
        assertEquals(new Decision.Judge(true, "--allow"), both.before(STEPS.get(2)));
    }

    @Test
    void aFailureStopsUnlessOnlyLookedAt() {
        assertEquals(STOP, decider(false, false).after(STEPS.get(0), failed(ExecCode.COMMAND_FAILED)));
        assertEquals(GO_ON, decider(true, false).after(STEPS.get(0), failed(ExecCode.COMMAND_FAILED)));
    }

    @Test
    void anUpdateGoesOnBehindAnotherOutputAlone() {
        RuleDecider updates = decider(false, true);
        assertEquals(GO_ON, updates.after(STEPS.get(0), failed(ExecCode.OUTPUT_DIFFERS)));
        assertEquals(STOP, updates.after(STEPS.get(0), failed(ExecCode.COMMAND_FAILED)));
        assertEquals(STOP, updates.after(STEPS.get(0), new StepOutcome.Manual(false, "")));
        assertEquals(
                STOP,
                updates.after(
                        STEPS.get(0),
                        new StepOutcome.Errored(Diagnostic.of(
                                ExecCode.CONTACT_LOST, STEPS.get(0).step().span(), "x"))));
        assertEquals(STOP, decider(false, false).after(STEPS.get(0), failed(ExecCode.OUTPUT_DIFFERS)));
    }
}
