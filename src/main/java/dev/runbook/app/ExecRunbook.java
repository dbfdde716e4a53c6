package dev.runbook.app;

import dev.runbook.exec.Backend;
import dev.runbook.exec.Decider;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Executor;
import dev.runbook.exec.Plan;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Transcript;
import dev.runbook.record.Journal;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunLock;
import dev.runbook.record.RunLockedException;
import dev.runbook.record.RunStore;
import dev.runbook.values.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Carries out one plan in one place. */
public final class ExecRunbook {
    private ExecRunbook() {}

    /**
     * What is to be done.
     *
     * @param undo whether what the plan's steps did is taken back, rather than done
     * @param held steps that held in the run that is gone on with
     * @param pastDifferences whether a console session goes on behind a command that wrote something else than expected
     */
    public record Job(Plan plan, Values values, boolean undo, Set<StepId> held, boolean pastDifferences) {
        public Job {
            held = Set.copyOf(held);
        }
    }

    /**
     * Who takes part in it.
     *
     * @param person whether the decider is one, who must have seen all that happened before a question
     * @param atOnce told of each event as it happens
     * @param shown told of each event once it is recorded
     * @param control given what can end a command or the run from another thread
     */
    public record Parties(
            Decider decider,
            boolean person,
            List<ExecutionListener> atOnce,
            ExecutionListener shown,
            Consumer<Executor> control) {
        public Parties {
            atOnce = List.copyOf(atOnce);
        }
    }

    /**
     * Where it is recorded.
     *
     * @param header of the run
     */
    public record Recording(RunStore store, RunHeader header) {}

    /** Runs to the end, however it comes, and leaves no record. */
    public static Transcript unrecorded(Job job, Backend backend, Parties parties) {
        return run(job, backend, parties, parties.decider(), parties.shown());
    }

    /**
     * Runs to the end, however it comes, with a record of it; on one host, one run of a runbook at a time.
     *
     * @throws RunLockedException if another run has begun and not ended
     * @throws IOException if no record can be begun; nothing was run
     */
    public static Transcript recorded(Job job, Backend backend, Parties parties, Recording recording)
            throws RunLockedException, IOException {
        RunHeader header = recording.header();
        RunLock lock =
                RunLock.take(recording.store(), header.runbook(), header.place().host(), RunLock.Holder.of(header));
        try (lock;
                Journal journal = recording.store().begin(header, parties.shown())) {
            Decider decider = parties.person() ? journal.shownFirst(parties.decider()) : parties.decider();
            return run(job, backend, parties, decider, journal);
        }
    }

    private static Transcript run(Job job, Backend backend, Parties parties, Decider decider, ExecutionListener last) {
        List<ExecutionListener> listeners = new ArrayList<>(parties.atOnce());
        listeners.add(last);
        Executor executor = new Executor(
                backend, job.values(), decider, new Listeners(listeners), job.held(), job.pastDifferences());
        parties.control().accept(executor);
        return job.undo() ? executor.undo(job.plan()) : executor.run(job.plan());
    }
}
