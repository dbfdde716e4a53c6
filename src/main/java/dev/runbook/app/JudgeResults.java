package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Standing;
import dev.runbook.results.StepProof;
import dev.runbook.results.StepStatus;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what results still prove of a handbook as it is now. Results of runbooks and steps that are gone say nothing. */
public final class JudgeResults {
    /** What only time makes weaker. A failure does not get better with age. */
    private static final Set<Label> AGEING = EnumSet.of(Label.PASSED, Label.STUBBED);

    private static final Set<Label> NOT_RUN = EnumSet.of(Label.MANUAL, Label.SKIPPED);

    private final Path folder;
    private final Results results;
    private final Instant now;

    /**
     * For results.
     *
     * @param folder the handbook's: of its environments only
     * @param now decides what is too old, and nothing else
     */
    public JudgeResults(Path folder, Results results, Instant now) {
        this.folder = folder;
        this.results = results;
        this.now = now;
    }

    public HandbookStatus of(Handbook handbook) {
        Map<RunbookId, RunbookResult> byId = new HashMap<>();
        results.runbooks().forEach(r -> byId.put(r.id(), r));
        Duration allowed = handbook.config().staleAfter();
        Basis basis = new Basis(folder, handbook);
        Map<RunbookId, RunbookStatus> runbooks = new HashMap<>();
        for (Page page : handbook.pages().values()) {
            Optional<RunbookResult> result = Optional.ofNullable(byId.get(page.id()));
            Runbook original = page.original();
            boolean automatic = original.steps().stream().anyMatch(s -> !s.isManual());
            if (automatic || result.isPresent()) {
                runbooks.put(
                        page.id(),
                        judge(
                                original,
                                result,
                                allowed,
                                result.filter(r -> !rests(basis, r)).isPresent()));
            }
        }
        return new HandbookStatus(titles(handbook), runbooks);
    }

    private Map<String, Map<Language, String>> titles(Handbook handbook) {
        return handbook.environments().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> EnvironmentReader.read(folder, name).value().title()));
    }

    /** Whether what a result rests on is as it was. */
    private static boolean rests(Basis basis, RunbookResult result) {
        String then = result.setting().basis();
        try {
            return then.isEmpty()
                    || then.equals(basis.of(result.id(), result.setting().environment()));
        } catch (UncheckedIOException e) {
            // The environment is gone.
            return false;
        }
    }

    private RunbookStatus judge(
            Runbook original, Optional<RunbookResult> result, Duration allowed, boolean otherBasis) {
        Map<String, StepProof> proofs = proofs(result);
        String user = Basis.user(original);
        Map<String, StepStatus> steps = new LinkedHashMap<>();
        Standing weakest = result.filter(r -> r.error().isPresent()).isPresent() ? Standing.ERRORED : Standing.PASSED;
        for (Step step : original.steps()) {
            Optional<StepProof> proof = Optional.ofNullable(proofs.get(step.id().name()));
            StepStatus status = judge(step, user, proof, allowed);
            steps.put(step.id().name(), status);
            // A verification takes nothing back unless it is asked to: that an undo was not run is said at the undo
            // alone.
            if (step.role() != Role.UNDO || status.standing() != Standing.NEVER) {
                weakest = weakest.weaker(status.standing());
            }
        }
        boolean rearranged = isRearranged(original, proofs);
        // A runbook that was run, and has a step that was not: it is the runbook that was changed.
        boolean added = weakest == Standing.NEVER && result.isPresent();
        Standing standing =
                added ? Standing.STALE : rearranged || otherBasis ? weakest.weaker(Standing.STALE) : weakest;
        return new RunbookStatus(standing, rearranged, otherBasis, steps, result);
    }

    /** By name, in the order they were run. */
    private static Map<String, StepProof> proofs(Optional<RunbookResult> result) {
        Map<String, StepProof> proofs = new LinkedHashMap<>();
        result.ifPresent(r -> r.steps()
                .forEach(p -> proofs.merge(p.step(), p, (a, b) -> a.label().weaker(b.label()) == a.label() ? a : b)));
        return proofs;
    }

    private StepStatus judge(Step step, String usualUser, Optional<StepProof> found, Duration allowed) {
        if (step.isManual()) {
            return new StepStatus(Standing.MANUAL, found.filter(p -> p.label() == Label.MANUAL));
        }
        if (found.isEmpty()) {
            return StepStatus.NEVER;
        }
        StepProof proof = found.get();
        String digest = Basis.digest(step, usualUser);
        if (!proof.digest().equals(digest)) {
            return NOT_RUN.contains(proof.label()) ? StepStatus.NEVER : new StepStatus(Standing.STALE, found);
        }
        boolean old = AGEING.contains(proof.label()) && proof.at().plus(allowed).isBefore(now);
        return new StepStatus(old ? Standing.TOO_OLD : Standing.of(proof.label()), found);
    }

    /** Steps that take others back are run in an order of their own. */
    private static boolean isRearranged(Runbook original, Map<String, StepProof> proofs) {
        Map<String, Role> roles =
                original.steps().stream().collect(Collectors.toMap(s -> s.id().name(), Step::role, (a, b) -> a));
        List<String> then = proofs.keySet().stream()
                .filter(name -> roles.get(name) != Role.UNDO)
                .toList();
        List<String> now = original.steps().stream()
                .filter(s -> s.role() != Role.UNDO)
                .map(s -> s.id().name())
                .filter(proofs::containsKey)
                .toList();
        return !then.equals(now);
    }
}
