package dev.runbook.verify;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.Executor;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.Image;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.results.StepProof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries out a runbook that has just been edited, from the step on that was changed first: in a server as it was before that
 * step, where there is one; else in a new one, of which such a checkpoint is made on the way.
 */
final class WatchedRun {
    private final Engine engine;
    private final Subject subject;
    private final Plan plan;
    private final Image image;
    private final Checkpoints checkpoints;
    private final Map<String, StepProof> standing;
    private final String timezone;

    WatchedRun(Engine engine, Subject subject, Image image, Checkpoints checkpoints, String timezone) {
        this.engine = engine;
        this.subject = subject;
        this.plan = RunbookRun.plan(subject.runbook());
        this.timezone = timezone;
        this.image = image;
        this.checkpoints = checkpoints;
        this.standing = checkpoints.standing(subject, plan.steps());
    }

    /** Whether not all is to be run. */
    boolean isPart() {
        return changed() > 0;
    }

    /** The step from which on is to be run. */
    StepId from() {
        return plan.steps().get(changed()).step().id();
    }

    /** The last step at least is run: what was asked for is to be seen. */
    private int changed() {
        return Math.max(0, Math.min(standing.size(), plan.steps().size() - 1));
    }

    private String digest(int count) {
        return Checkpoints.digest(subject, image, plan.steps(), count);
    }

    /** How many steps the nearest checkpoint has behind it; 0: there is none. */
    private int behind() {
        int count = changed();
        while (count > 0 && checkpoints.find(digest(count)).isEmpty()) {
            count--;
        }
        return count;
    }

    /** Makes a server after what the runbook requires. */
    interface Fresh {
        Servers.Server start() throws ContainerException;
    }

    /** The server that the runbook is begun in. */
    Servers.Server begin(Fresh fresh) throws ContainerException {
        Optional<Checkpoints.Checkpoint> found = checkpoints.find(digest(behind()));
        return found.isPresent()
                ? new Servers.Server(engine.start(found.get().image(), subject.environment(), false), Optional.empty())
                : fresh.start();
    }

    /** In a server that this has begun. */
    Movable in(ServerContainer server) {
        Map<String, String> shells = checkpoints
                .find(digest(behind()))
                .map(Checkpoints.Checkpoint::shells)
                .orElse(Map.of());
        return new Movable(server, timezone, shells);
    }

    /** Carries it out. */
    List<StepProof> run(Movable at, Proofs.Steps told) throws BackendException, ContainerException {
        int behind = behind();
        int changed = changed();
        Set<StepId> held = plan.steps().subList(0, behind).stream()
                .map(step -> step.step().id())
                .collect(Collectors.toSet());
        Policy policy = new Policy(subject.environment(), false);
        try (StubWatch stubs =
                StubWatch.of(at.server().launcher(), subject.environment().stubs())) {
            Proofs proofs = new Proofs(policy, stubs, told, standing);
            Decider decider = changed > behind
                    ? new Stopping(policy, plan.steps().get(changed), () -> keep(at, changed, stubs))
                    : policy;
            new Executor(at, subject.values(), decider, proofs, held, false).run(plan);
            return proofs.of(plan);
        } catch (Failed e) {
            throw e.why;
        }
    }

    private void keep(Movable at, int count, StubWatch stubs) {
        try {
            Map<String, String> shells = at.handOver();
            Image kept = at.server().checkpoint(digest(count));
            checkpoints.keep(digest(count), new Checkpoints.Checkpoint(kept, shells));
            at.moveTo(engine.start(kept, subject.environment(), false), shells);
            stubs.moveTo(at.server().launcher());
        } catch (BackendException e) {
            throw new Failed(new ContainerException(
                    dev.runbook.exec.container.ContainerCode.CONTAINER_LOST, String.join(" ", e.arguments())));
        } catch (ContainerException e) {
            throw new Failed(e);
        }
    }

    /** Out of a decider, which has no failure of its own. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ContainerException why;

        Failed(ContainerException why) {
            super(why);
            this.why = why;
        }
    }

    /** Does something before one step, once. */
    private static final class Stopping implements Decider {
        private final Policy policy;
        private final PlannedStep before;
        private final Runnable what;

        Stopping(Policy policy, PlannedStep before, Runnable what) {
            this.policy = policy;
            this.before = before;
            this.what = what;
        }

        @Override
        public Decision before(PlannedStep step) {
            if (step.equals(before)) {
                what.run();
            }
            return policy.before(step);
        }

        @Override
        public Decision after(PlannedStep step, StepOutcome outcome) {
            return policy.after(step, outcome);
        }
    }
}
