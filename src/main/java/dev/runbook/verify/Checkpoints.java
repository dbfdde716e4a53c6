package dev.runbook.verify;

import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.container.FolderDigest;
import dev.runbook.exec.container.Image;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is remembered while the same runbooks are verified again and again as they are edited: what came of them last, and
 * servers in the midst of them. For several threads.
 */
public final class Checkpoints {
    private static final Set<Label> DID_NOT_HOLD = EnumSet.of(Label.FAILED, Label.ERRORED);

    private final Map<RunbookId, RunbookResult> last = new ConcurrentHashMap<>();
    private final Map<RunbookId, String> tried = new ConcurrentHashMap<>();
    private final Map<String, Checkpoint> kept = new ConcurrentHashMap<>();

    /**
     * A server before a step.
     *
     * @param shells what its users' shells knew
     */
    record Checkpoint(Image image, Map<String, String> shells) {}

    /** What came of a runbook before this began to watch. */
    public void known(RunbookResult result) {
        last.putIfAbsent(result.id(), result);
    }

    /** What came of a runbook just now. */
    public void tried(RunbookResult result) {
        last.put(result.id(), result);
        tried.put(result.id(), result.digest());
    }

    /** Whether a runbook was tried as it is now: what failed is not tried again until something is changed. */
    public boolean wasTried(RunbookId id, String digest) {
        return digest.equals(tried.get(id));
    }

    /** What is said of a runbook's steps before the one that was changed first, or did not hold; by name. */
    Map<String, StepProof> standing(Subject subject, List<PlannedStep> steps) {
        Map<String, StepProof> standing = new java.util.LinkedHashMap<>();
        Optional<RunbookResult> before = Optional.ofNullable(last.get(subject.id()))
                .filter(r -> r.error().isEmpty() && r.setting().basis().equals(subject.basis()));
        List<StepProof> proofs = before.map(RunbookResult::steps).orElse(List.of());
        for (int i = 0; i < Math.min(steps.size(), proofs.size()); i++) {
            StepProof proof = proofs.get(i);
            PlannedStep step = steps.get(i);
            boolean same = proof.step().equals(step.step().id().name())
                    && proof.digest().equals(step.digest())
                    && !DID_NOT_HOLD.contains(proof.label());
            if (!same) {
                break;
            }
            standing.put(proof.step(), proof);
        }
        return standing;
    }

    /** Names the server after so many steps. */
    static String digest(Subject subject, Image image, List<PlannedStep> steps, int count) {
        List<String> parts = new ArrayList<>(
                List.of(image.id(), subject.basis(), subject.id().path()));
        steps.subList(0, count).forEach(step -> parts.add(step.digest()));
        return FolderDigest.ofTexts(parts);
    }

    Optional<Checkpoint> find(String digest) {
        return Optional.ofNullable(kept.get(digest));
    }

    void keep(String digest, Checkpoint checkpoint) {
        kept.put(digest, checkpoint);
    }
}
