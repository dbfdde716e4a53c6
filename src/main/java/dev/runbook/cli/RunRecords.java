package dev.runbook.cli;

import dev.runbook.app.ExecRunbook;
import dev.runbook.exec.Plan;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.Transcript;
import dev.runbook.record.Operator;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunStore;
import dev.runbook.values.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The record of runs, as {@code exec} uses it. */
final class RunRecords {
    /** A place that ends with its run: nothing of it can be gone on with, or be relied on. */
    private static final String REHEARSAL = "rehearsal";

    /** How much of a run's name says when it began. */
    private static final int SECOND = "yyyyMMdd-HHmmss".length();

    private final Invocation invocation;
    private final RunStore store;

    /** The record of the user who calls. */
    RunRecords(Invocation invocation) throws CommandFailed {
        this.invocation = invocation;
        this.store = RecordedRuns.store(invocation);
    }

    /** What a run's record begins with. */
    ExecRunbook.Recording recording(Plan plan, String file, Place place, Values values, Optional<String> resumes) {
        Instant now = Instant.now();
        String version = Main.class.getPackage().getImplementationVersion();
        RunHeader header = new RunHeader(
                RunStore.newId(plan.runbook().id(), now),
                version == null ? "development" : version,
                plan.runbook().id(),
                plan.runbook().title(),
                file,
                plan.digest(),
                place,
                new Operator(
                        Places.account(), Places.host(), ProcessHandle.current().pid()),
                now,
                values.shown(),
                values.secrets(),
                resumes);
        return new ExecRunbook.Recording(store, header);
    }

    /**
     * The run that is meant.
     *
     * @param written as a person wrote it; empty: the latest of the runbook
     */
    RecordedRun run(String written, RunbookId runbook) throws CommandFailed, IOException {
        if (written.isEmpty()) {
            return latest(runbook).orElseThrow(() -> new CommandFailed(Problem.NO_RUN, runbook.path()));
        }
        return RecordedRuns.one(invocation, written);
    }

    /** The latest run of a runbook, rehearsals apart. Names are in order to the second only. */
    private Optional<RecordedRun> latest(RunbookId runbook) throws IOException {
        Optional<RecordedRun> latest = Optional.empty();
        for (String id : store.ids()) {
            if (latest.isPresent() && !second(id).equals(second(latest.get().id()))) {
                break;
            }
            RecordedRun run = read(id);
            boolean same = run.header()
                    .filter(h ->
                            h.runbook().equals(runbook) && !h.place().kind().equals(REHEARSAL))
                    .isPresent();
            if (same && latest.filter(l -> !started(run).isAfter(started(l))).isEmpty()) {
                latest = Optional.of(run);
            }
        }
        return latest;
    }

    private static String second(String id) {
        return id.substring(0, Math.min(id.length(), SECOND));
    }

    private static Instant started(RecordedRun run) {
        return run.header().map(RunHeader::started).orElse(Instant.MIN);
    }

    private RecordedRun read(String id) throws IOException {
        return store.read(id, RecordedRuns::code);
    }

    /** Of each runbook, when it was last carried out to its end on a machine; rehearsals do not count. */
    Map<RunbookId, Instant> completed(String host) throws IOException {
        Map<RunbookId, Instant> completed = new TreeMap<>();
        for (String id : store.ids()) {
            RecordedRun run = read(id);
            run.header()
                    .filter(h -> h.place().host().equals(host)
                            && !h.place().kind().equals(REHEARSAL)
                            && run.end().equals(Optional.of(Transcript.End.COMPLETED)))
                    .ifPresent(h -> completed.putIfAbsent(h.runbook(), h.started()));
        }
        return completed;
    }
}
