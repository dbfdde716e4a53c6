package dev.runbook.app;

import dev.runbook.exec.Digests;
import dev.runbook.model.Handbook;
import dev.runbook.model.Role;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.outcome.Output;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results as a verification of a page would have them. */
public final class SampleResults {
    private SampleResults() {}

    /** All steps of a page passed; nothing was taken back. */
    public static Results passed(Handbook handbook, RunbookId id, Instant run) {
        return of(handbook, id, run, false, Optional.empty());
    }

    /** All steps passed, those that take others back only on request. */
    static Results of(Handbook handbook, RunbookId id, Instant run, boolean undo, Optional<Diagnostic> error) {
        List<StepProof> proofs = new ArrayList<>();
        for (Step step : handbook.page(id).orElseThrow().original().steps()) {
            if (!step.isManual() && (undo || step.role() != Role.UNDO)) {
                proofs.add(new StepProof(
                        step.id().name(),
                        step.span().startLine(),
                        Digests.of(step, step.options().user().orElse("root")),
                        Label.PASSED,
                        "",
                        run,
                        Duration.ofMillis(37),
                        1,
                        List.of(Output.of("it said <this>\n")),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        Setting setting = new Setting("centos", "image", "sha256:1", true, Map.of("nginx", "1.20"), "");
        return new Results(
                "1",
                List.of(new RunbookResult(
                        id, id + ".md", "d", Optional.empty(), setting, run, Duration.ofSeconds(2), proofs, error)));
    }
}
