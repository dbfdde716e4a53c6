package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Output;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Setting;
import dev.runbook.results.Standing;
import dev.runbook.results.StepProof;
import dev.runbook.results.StepStatus;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A verification of the sample handbook in which each step fared otherwise. */
final class SampleStatus {
    private static final Instant RUN = Instant.parse("2026-11-24T23:02:25.123Z");

    private SampleStatus() {}

    static HandbookStatus of(Handbook handbook) {
        RunbookId verified = new RunbookId("database/pgbouncer");
        RunbookId never = new RunbookId("nginx/未訳 100%");
        List<Step> all = handbook.page(verified).orElseThrow().original().steps();
        Map<String, StepStatus> steps = new LinkedHashMap<>();
        Standing[] standings = Standing.values();
        for (int i = 0; i < all.size(); i++) {
            Standing standing = all.get(i).isManual() ? Standing.MANUAL : standings[i % standings.length];
            steps.put(all.get(i).id().name(), status(standing, all.get(i)));
        }
        // A console session, so that each command stands before its output.
        Step console = all.get(2);
        steps.put(console.id().name(), status(Standing.FAILED, console));
        Setting setting =
                new Setting("centos", "stand-in", "sha256:1", true, Map.of("redis", "6.2", "nginx", "1.20"), "");
        RunbookResult result = new RunbookResult(
                verified,
                "database/pgbouncer.md",
                "d",
                Optional.of("25a26f4"),
                setting,
                RUN,
                Duration.ofMillis(62_345),
                List.of(),
                Optional.of(finding("<whole>")));
        return new HandbookStatus(
                Map.of("centos", Map.of(Language.JA, "<CentOS> のサーバー", Language.EN, "<CentOS>")),
                Map.of(
                        verified,
                        new RunbookStatus(Standing.FAILED, true, true, steps, Optional.of(result)),
                        never,
                        new RunbookStatus(
                                Standing.NEVER, false, false, Map.of("x", StepStatus.NEVER), Optional.empty())));
    }

    private static StepStatus status(Standing standing, Step step) {
        return switch (standing) {
            case NEVER -> StepStatus.NEVER;
            case TOO_OLD, STALE -> new StepStatus(standing, Optional.of(proof(Label.PASSED, step)));
            default -> new StepStatus(standing, Optional.of(proof(Label.valueOf(standing.name()), step)));
        };
    }

    private static StepProof proof(Label label, Step step) {
        boolean bad = label == Label.FAILED || label == Label.ERRORED;
        Mismatch mismatch = new Mismatch(
                step.span(),
                List.of(
                        new Mismatch.Line(Kind.MISSING, "<active>", Optional.empty(), false),
                        new Mismatch.Line(Kind.UNEXPECTED, "<inactive>", Optional.empty(), false)));
        return new StepProof(
                step.id().name(),
                1,
                "d",
                label,
                label == Label.SKIPPED ? "internet" : "",
                RUN,
                Duration.ofMillis(345),
                bad ? 2 : 1,
                List.of(Output.of("<inactive>\n"), Output.of("list\n")),
                bad ? Optional.of(finding(step.id().name())) : Optional.empty(),
                label == Label.FAILED ? Optional.of(mismatch) : Optional.empty());
    }

    /** Any finding with texts in both languages. */
    private static Diagnostic finding(String argument) {
        return Diagnostic.of(SiteDiagnostic.PATH_TAKEN, Span.startOf("a.md"), argument);
    }
}
