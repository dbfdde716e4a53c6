package dev.runbook.app;

import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Durations;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsJson;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Shard;
import dev.runbook.results.Shards;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.verify.Checkpoints;
import dev.runbook.verify.Foreseen;
import dev.runbook.verify.Options;
import dev.runbook.verify.Subject;
import dev.runbook.verify.Verifier;
import dev.runbook.verify.VerifyListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Verifies a handbook's runbooks, as far as their results do not stand already, and writes the results as they come. */
public final class VerifyHandbook {
    /** In the folder of results. */
    public static final String FILE = "results.json";

    private final Request request;
    private final VerifyListener listener;
    private final Optional<Checkpoints> checkpoints;
    private final Map<RunbookId, RunbookResult> results = new TreeMap<>();
    private final Set<RunbookId> fresh = new LinkedHashSet<>();

    private VerifyHandbook(Request request, VerifyListener listener, Optional<Checkpoints> checkpoints) {
        this.checkpoints = checkpoints;
        this.request = request;
        this.listener = listener;
    }

    /**
     * What is to be verified, and how.
     *
     * @param folder the handbook's
     * @param named the runbooks; what they require is verified too; empty: all
     * @param environment in place of those that the runbooks name
     * @param force whether runbooks are run whose results still stand
     * @param results the folder of results; may not be there yet
     * @param jobs how many at a time; empty: as many as the machine bears
     * @param tool the version of this program
     */
    public record Request(
            Path folder,
            Handbook handbook,
            List<RunbookId> named,
            Optional<String> environment,
            boolean force,
            Optional<Shard> shard,
            Path results,
            Optional<Integer> jobs,
            Options options,
            String tool) {
        public Request {
            named = List.copyOf(named);
        }

        /** Where runbooks are done more to than is recorded, earlier results say nothing of that. */
        boolean runsAll() {
            return force || options.keep() || options.idempotent() || options.undoToo();
        }
    }

    /**
     * What came of it.
     *
     * @param results of the runbooks that were to be verified, earlier ones that stand included
     * @param fresh of those that were run now
     * @param notRun runbooks of which there is no result, since it was stopped before
     */
    public record Verified(Results results, Results fresh, List<RunbookId> notRun) {
        public Verified {
            notRun = List.copyOf(notRun);
        }

        /** The weakest label of all. */
        public Label label() {
            return results.runbooks().stream().map(RunbookResult::label).reduce(Label.PASSED, Label::weaker);
        }
    }

    /**
     * Verifies.
     *
     * @return nothing was run where there are errors
     * @throws ContainerException if no engine can be had
     * @throws IOException if results cannot be written; those that were before are there
     */
    public static Parsed<Verified> verify(Request request, VerifyListener listener)
            throws ContainerException, IOException {
        return verify(request, listener, Optional.empty());
    }

    /**
     * Verifies again what is being edited.
     *
     * @param checkpoints of the times before: of a runbook only what has changed is run
     */
    public static Parsed<Verified> verify(Request request, VerifyListener listener, Optional<Checkpoints> checkpoints)
            throws ContainerException, IOException {
        try {
            return new VerifyHandbook(request, listener, checkpoints).verify();
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause == null ? new IOException(e) : cause;
        }
    }

    /**
     * What {@link #verify} would have to do with what is named: those runbooks and all that they require, with their
     * steps. Nothing is run.
     */
    public static Parsed<Map<RunbookId, List<Foreseen>>> foresee(Request request) throws IOException {
        Parsed<Map<RunbookId, Subject>> subjects = VerifySubjects.of(request);
        Map<RunbookId, List<Foreseen>> steps = new TreeMap<>();
        subjects.value().forEach((id, subject) -> steps.put(id, Foreseen.of(subject)));
        return new Parsed<>(steps, subjects.diagnostics());
    }

    private Parsed<Verified> verify() throws ContainerException, IOException {
        Parsed<Map<RunbookId, Subject>> subjects = VerifySubjects.of(request);
        List<Diagnostic> problems = new ArrayList<>(subjects.diagnostics());
        readResults(problems);
        checkpoints.ifPresent(c -> results.values().forEach(c::known));
        List<RunbookId> ids = part(subjects.value());
        List<RunbookId> wanted =
                ids.stream().filter(id -> !stands(subjects.value(), id)).toList();
        if (!subjects.hasErrors()) {
            listener.planned(ids.size(), ids.size() - wanted.size());
            if (!wanted.isEmpty()) {
                run(subjects.value(), wanted);
            }
            // Also where nothing was run: a shard may have had nothing to do, and runbooks may be gone.
            write();
        }
        List<RunbookResult> said = ids.stream()
                .filter(id -> !wanted.contains(id) || fresh.contains(id))
                .flatMap(id -> Optional.ofNullable(results.get(id)).stream())
                .toList();
        List<RunbookResult> now =
                said.stream().filter(r -> fresh.contains(r.id())).toList();
        List<RunbookId> notRun =
                wanted.stream().filter(id -> !fresh.contains(id)).toList();
        return new Parsed<>(
                new Verified(new Results(request.tool(), said), new Results(request.tool(), now), notRun), problems);
    }

    private void run(Map<RunbookId, Subject> subjects, List<RunbookId> wanted) throws ContainerException {
        try (Engine engine = Engine.connect(listener)) {
            engine.removeLeftovers(false);
            Options asked = request.options();
            Options options = new Options(
                    request.jobs().orElseGet(() -> Math.min(engine.capacity(), wanted.size())),
                    asked.failFast(),
                    asked.keep(),
                    asked.idempotent(),
                    asked.undoToo(),
                    asked.baseImage(),
                    asked.timezone());
            Optional<String> commit = GitHistory.head(request.folder());
            new Verifier(engine, request.folder(), options, commit, listener, this::take, checkpoints)
                    .run(subjects, wanted);
        }
    }

    private void readResults(List<Diagnostic> problems) {
        Path file = request.results().resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        Parsed<List<Results>> read = ReadResults.read(List.of(file));
        problems.addAll(read.diagnostics());
        read.value().stream()
                .flatMap(r -> r.runbooks().stream())
                .filter(r -> request.handbook().page(r.id()).isPresent())
                .forEach(r -> results.put(r.id(), r));
    }

    /** What requires what stays together: a chain is not carried out in two jobs. */
    private List<RunbookId> part(Map<RunbookId, Subject> subjects) {
        List<RunbookId> all = List.copyOf(subjects.keySet());
        if (request.shard().isEmpty()) {
            return all;
        }
        List<Collection<RunbookId>> together = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            List<RunbookId> chain = new ArrayList<>(subject.chain());
            chain.add(subject.id());
            together.add(chain);
        }
        Durations durations = Durations.of(new Results(request.tool(), List.copyOf(results.values())));
        return Shards.part(request.shard().get(), all, together, durations);
    }

    private boolean stands(Map<RunbookId, Subject> subjects, RunbookId id) {
        RunbookResult before = results.get(id);
        Subject subject = subjects.get(id);
        if (subject != null
                && checkpoints.filter(c -> c.wasTried(id, subject.digest())).isPresent()) {
            return true;
        }
        if (before == null || subject == null || request.runsAll()) {
            return false;
        }
        Duration limit = request.handbook().config().staleAfter();
        boolean held = before.label() != Label.FAILED && before.label() != Label.ERRORED;
        return held
                && before.digest().equals(subject.digest())
                && before.started().plus(limit).isAfter(Instant.now());
    }

    private synchronized void take(RunbookResult result) {
        results.put(result.id(), result);
        fresh.add(result.id());
        checkpoints.ifPresent(c -> c.tried(result));
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Results all = new Results(request.tool(), List.copyOf(results.values()));
        WriteFile.whole(request.results().resolve(FILE), ResultsJson.write(all));
    }
}
