package dev.runbook.reading;

import dev.runbook.exec.Digests;
import dev.runbook.model.Handbook;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Mismatch.Line;
import dev.runbook.outcome.Output;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of every kind: all of one runbook passed, another failed, the third was never run. */
final class MadeUpResults {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Map<String, Label> LABELS = Map.of(
            "version", Label.STUBBED,
            "ini", Label.ERRORED,
            "password", Label.SKIPPED,
            "answers", Label.FAILED);
    private static final String CHANGED_SINCE = "port";

    private MadeUpResults() {}

    static Results of(Handbook handbook, Instant now) {
        return new Results("1", List.of(of(handbook, "web/nginx", now), of(handbook, "database/pgbouncer", now)));
    }

    private static RunbookResult of(Handbook handbook, String name, Instant now) {
        RunbookId id = new RunbookId(name);
        Runbook original = handbook.page(id).orElseThrow().original();
        String user = original.frontMatter().user().map(u -> u.value()).orElse("root");
        Instant run = now.minus(DAY);
        List<StepProof> proofs = original.steps().stream()
                .filter(step -> !step.isManual())
                .map(step -> proof(step, user, run))
                .toList();
        Setting setting = new Setting(
                "centos", "runbook/centos:9", "sha256:1", true, Map.of("nginx", "1.20", "pgbouncer", "1.24"), "");
        return new RunbookResult(
                id, name + ".md", "d", Optional.empty(), setting, run, Duration.ofSeconds(2), proofs, Optional.empty());
    }

    private static StepProof proof(Step step, String user, Instant run) {
        String name = step.id().name();
        Label label = LABELS.getOrDefault(name, Label.PASSED);
        String digest = Digests.of(step, step.options().user().orElse(user));
        return new StepProof(
                name,
                step.span().startLine(),
                name.equals(CHANGED_SINCE) ? "another" : digest,
                label,
                label == Label.SKIPPED ? "needs=internet" : label == Label.STUBBED ? "pgbouncer" : "",
                run,
                Duration.ofMillis(37),
                1,
                label == Label.SKIPPED ? List.of() : List.of(Output.of("it said <this>\n")),
                Optional.empty(),
                label == Label.FAILED ? Optional.of(mismatch(step)) : Optional.empty());
    }

    private static Mismatch mismatch(Step step) {
        return new Mismatch(
                step.span(),
                List.of(
                        new Line(Kind.MISSING, "active", Optional.empty(), false),
                        new Line(Kind.UNEXPECTED, "failed", Optional.empty(), false)));
    }
}
