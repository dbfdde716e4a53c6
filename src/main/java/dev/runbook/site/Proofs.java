package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Standing;
import dev.runbook.results.StepProof;
import dev.runbook.results.StepStatus;
import dev.runbook.site.view.Badge;
import dev.runbook.site.view.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What verification says of the steps of one page. */
final class Proofs {
    private final SiteContext site;
    private final Optional<RunbookStatus> status;
    private final Moments moments;
    private final Language language;
    private final ProofCode code;

    Proofs(SiteContext site, RunbookId id, Language language) {
        this.site = site;
        this.status = site.status().flatMap(s -> s.of(id));
        this.moments = new Moments(site.config().timezone());
        this.language = language;
        this.code = new ProofCode(site.theme(), language);
    }

    /** Of a step of the original; empty where there are no results at all. */
    Optional<Proof> of(Step original) {
        return status.map(s -> of(original, s.step(original.id().name()), s.result()));
    }

    private Proof of(Step step, StepStatus status, Optional<RunbookResult> result) {
        Optional<StepProof> proof = status.proof();
        Optional<StepProof> run = proof.filter(p -> p.label() != Label.MANUAL && p.label() != Label.SKIPPED);
        Standing standing = status.standing();
        return new Proof(
                new Badge(standing.id(), proof.map(p -> moments.of(p.at()))),
                proof.map(p -> Standing.of(p.label()))
                        .filter(then -> then != standing)
                        .map(Standing::id),
                proof.map(StepProof::note).orElse(""),
                run.flatMap(p -> result).map(r -> Standings.where(site, r.setting(), language)),
                run.map(p -> Moments.took(p.duration())).orElse(""),
                run.map(StepProof::tries).orElse(0),
                proof.flatMap(StepProof::why).map(d -> Standings.cause(d, language)),
                run.flatMap(p -> code.output(p.outputs(), commands(step, standing))),
                run.flatMap(StepProof::mismatch).map(code::diff));
    }

    /** The commands that outputs stand under; none where they are others now. */
    private static List<ConsoleCommand> commands(Step step, Standing standing) {
        return standing == Standing.STALE
                ? List.of()
                : Stream.of(step.action())
                        .filter(Action.Console.class::isInstance)
                        .flatMap(a -> ((Action.Console) a).commands().stream())
                        .toList();
    }
}
