package dev.runbook.verify;

import dev.runbook.exec.container.ContainerCode;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.Image;
import dev.runbook.model.Environment;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Verifies runbooks side by side, each in a server of its own. */
public final class Verifier {
    private static final Set<ContainerCode> OF_ALL = Set.of(
            ContainerCode.NO_ENGINE,
            ContainerCode.ENGINE_LOST,
            ContainerCode.NO_BASE_IMAGE,
            ContainerCode.NO_DOCKERFILE,
            ContainerCode.IMAGE_NOT_BUILT,
            ContainerCode.DISK_FULL);

    private final Engine engine;
    private final Path handbook;
    private final Options options;
    private final Optional<String> commit;
    private final VerifyListener listener;
    private final Consumer<RunbookResult> results;
    private final Optional<Checkpoints> checkpoints;
    private final Map<RunbookId, Subject> subjects = new HashMap<>();
    private final Servers servers;
    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, ContainerException> withoutImage = new HashMap<>();
    private final Map<RunbookId, Boolean> held = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * For one run.
     *
     * @param handbook its folder
     * @param commit of the handbook
     * @param results takes each result as it is there, from several threads
     */
    public Verifier(
            Engine engine,
            Path handbook,
            Options options,
            Optional<String> commit,
            VerifyListener listener,
            Consumer<RunbookResult> results) {
        this(engine, handbook, options, commit, listener, results, Optional.empty());
    }

    /** @param checkpoints of earlier runs, where runbooks are verified again and again as they are edited */
    public Verifier(
            Engine engine,
            Path handbook,
            Options options,
            Optional<String> commit,
            VerifyListener listener,
            Consumer<RunbookResult> results,
            Optional<Checkpoints> checkpoints) {
        this.engine = engine;
        this.handbook = handbook;
        this.options = options;
        this.commit = commit;
        this.listener = listener;
        this.results = results;
        this.checkpoints = checkpoints;
        this.servers = new Servers(engine, options, subjects);
    }

    /**
     * Verifies runbooks.
     *
     * @param all those of the handbook that {@code wanted} and what they require are among
     * @param wanted those that are to be run
     */
    public void run(Map<RunbookId, Subject> all, List<RunbookId> wanted) {
        subjects.putAll(all);
        ExecutorService pool = Executors.newFixedThreadPool(options.jobs(), work -> {
            Thread thread = new Thread(work, "runbook-verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<RunbookId, CompletableFuture<Void>> done = new HashMap<>();
            for (RunbookId id : inOrder(wanted)) {
                List<CompletableFuture<Void>> first = new ArrayList<>();
                servers.subject(id)
                        .chain()
                        .forEach(c -> Optional.ofNullable(done.get(c)).ifPresent(first::add));
                done.put(
                        id,
                        CompletableFuture.allOf(first.toArray(CompletableFuture[]::new))
                                .thenRunAsync(() -> one(servers.subject(id)), pool));
            }
            CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            pool.shutdownNow();
        }
        if (engine.isClosing()) {
            engine.awaitEnd();
        }
        images.forEach((environment, image) -> {
            Map<String, String> snapshots = new HashMap<>();
            subjects.values().stream()
                    .filter(s -> s.environment().name().equals(environment))
                    .forEach(s -> snapshots.put(s.id().path(), Servers.digest(s, image)));
            engine.removeOutdated(Environment.folder(handbook, environment), image, snapshots);
        });
    }

    /** What others require comes before them. */
    private List<RunbookId> inOrder(List<RunbookId> wanted) {
        List<RunbookId> order = new ArrayList<>();
        for (RunbookId id : wanted) {
            List<RunbookId> chain = new ArrayList<>(servers.subject(id).chain());
            chain.add(id);
            chain.stream().filter(c -> wanted.contains(c) && !order.contains(c)).forEach(order::add);
        }
        return order;
    }

    private void one(Subject subject) {
        if (stopped) {
            return;
        }
        Optional<RunbookId> missing = subject.chain().stream()
                .filter(id -> !held.getOrDefault(id, true))
                .findFirst();
        listener.begun(subject.id());
        Instant started = Instant.now();
        long nanos = System.nanoTime();
        RunbookResult result;
        if (missing.isPresent()) {
            Diagnostic why = Diagnostic.of(
                    VerifyCode.REQUIREMENT_DOES_NOT_HOLD,
                    place(subject),
                    missing.get().path());
            result = result(subject, setting(subject, Optional.empty(), Map.of()), started, nanos, failed(why));
        } else {
            result = verified(subject, started, nanos);
        }
        if (engine.isClosing()) {
            return;
        }
        boolean holds = result.label() != Label.FAILED && result.label() != Label.ERRORED;
        held.put(subject.id(), holds);
        results.accept(result);
        listener.finished(result);
        if (!holds && options.failFast()) {
            stopped = true;
        }
    }

    private RunbookResult verified(Subject subject, Instant started, long nanos) {
        try {
            Image image = image(subject.environment());
            Setting setting = setting(subject, Optional.of(image), Map.of());
            Optional<WatchedRun> watched = watched(subject, image);
            Servers.Server server = watched.isPresent()
                    ? watched.get().begin(() -> servers.after(subject, image))
                    : servers.after(subject, image);
            RunbookRun run = new RunbookRun(subject, server.container(), options.timezone(), told(subject.id()));
            try {
                if (server.why().isPresent()) {
                    return result(
                            subject,
                            setting,
                            started,
                            nanos,
                            failed(server.why().get()));
                }
                watched.ifPresent(w -> listener.from(subject.id(), w.from()));
                RunbookRun.Outcome outcome = watched.isPresent() ? run.run(watched.get()) : run.run(options);
                Setting now = setting(subject, Optional.of(image), run.packages());
                RunbookResult result = result(subject, now, started, nanos, outcome);
                stopped |= outcome.error()
                        .filter(e -> e.code() == ContainerCode.ENGINE_LOST)
                        .isPresent();
                if (options.keep()) {
                    listener.kept(subject.id(), run.server().enterWith());
                } else if (outcome.holds() && isChained(subject)) {
                    run.server()
                            .snapshot(
                                    Servers.digest(subject, image),
                                    Environment.folder(
                                            handbook, subject.environment().name()),
                                    subject.id().path());
                }
                return result;
            } finally {
                if (!options.keep()) {
                    run.server().close();
                }
            }
        } catch (ContainerException e) {
            if (OF_ALL.contains(e.code())) {
                stopped = true;
            }
            Diagnostic why =
                    Diagnostic.of(e.code(), place(subject), e.arguments().toArray());
            return result(subject, setting(subject, Optional.empty(), Map.of()), started, nanos, failed(why));
        } catch (IOException e) {
            Diagnostic why = Diagnostic.of(VerifyCode.FILES_FAILED, place(subject), String.valueOf(e.getMessage()));
            return result(subject, setting(subject, Optional.empty(), Map.of()), started, nanos, failed(why));
        }
    }

    private Proofs.Steps told(RunbookId id) {
        return new Proofs.Steps() {
            @Override
            public void begin(StepId step, int number, int total) {
                listener.step(id, step, number, total);
            }

            @Override
            public void end(StepProof proof) {
                listener.stepped(id, proof);
            }
        };
    }

    /** Where the runbook has been edited, and no more than one run is asked for. */
    private Optional<WatchedRun> watched(Subject subject, Image image) {
        boolean once = !options.keep() && !options.idempotent() && !options.undoToo();
        return checkpoints
                .filter(c -> once)
                .map(c -> new WatchedRun(engine, subject, image, c, options.timezone()))
                .filter(WatchedRun::isPart);
    }

    private static RunbookRun.Outcome failed(Diagnostic why) {
        return new RunbookRun.Outcome(List.of(), Optional.of(why));
    }

    /** Whether others start where this one ends. After a second or undone run its end is another. */
    private boolean isChained(Subject subject) {
        return !options.undoToo() && !options.idempotent() && servers.isRequired(subject.id());
    }

    private synchronized Image image(Environment environment) throws ContainerException, IOException {
        Image known = images.get(environment.name());
        ContainerException failed = withoutImage.get(environment.name());
        if (failed != null) {
            throw failed;
        }
        if (known == null) {
            Path folder = Environment.folder(handbook, environment.name());
            try {
                known = engine.image(folder, environment.name(), options.baseImage(), listener);
            } catch (ContainerException e) {
                withoutImage.put(environment.name(), e);
                throw e;
            }
            images.put(environment.name(), known);
        }
        return known;
    }

    private static Setting setting(Subject subject, Optional<Image> image, Map<String, String> packages) {
        boolean standIn = image.isPresent()
                && subject.environment().standInLabel().isPresent()
                && image.get()
                        .labels()
                        .containsKey(subject.environment().standInLabel().get());
        return new Setting(
                subject.environment().name(),
                image.map(Image::name).orElse(""),
                image.map(Image::id).orElse(""),
                standIn,
                packages,
                subject.basis());
    }

    private RunbookResult result(
            Subject subject, Setting setting, Instant started, long nanos, RunbookRun.Outcome outcome) {
        return new RunbookResult(
                subject.id(),
                subject.runbook().source().name(),
                subject.digest(),
                commit,
                setting,
                started,
                Duration.ofNanos(System.nanoTime() - nanos),
                outcome.steps(),
                outcome.error());
    }

    private static Span place(Subject subject) {
        return Span.startOf(subject.runbook().source().name());
    }
}
