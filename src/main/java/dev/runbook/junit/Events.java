package dev.runbook.junit;

import dev.runbook.exec.container.ContainerCode;
import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.report.SpokenResults;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.verify.VerifyListener;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.TestAbortedException;

/**
 * Puts what happens to runbooks into the platform's events. The platform's listeners are told by one thread at a time:
 * Surefire's mixes up what comes from several.
 */
final class Events implements VerifyListener {
    private static final String RESULT = "runbook.result";
    private static final String REMARK = "runbook.remark";
    private static final String PLACE = "runbook.environment";

    /** What a machine lacks says nothing of runbooks. */
    private static final Set<ContainerCode> LACKING = Set.of(ContainerCode.NO_ENGINE, ContainerCode.NO_BASE_IMAGE);

    private final EngineExecutionListener listener;
    private final Settings settings;
    private final SpokenResults words;
    private final Throwables throwables;
    private final Map<RunbookId, RunbookNode> nodes = new LinkedHashMap<>();
    private final Map<TestDescriptor, State> states = new HashMap<>();

    private enum State {
        BEGUN,
        DONE
    }

    Events(EngineExecutionListener listener, Settings settings, Book book, Collection<RunbookNode> nodes) {
        this.listener = listener;
        this.settings = settings;
        this.words = new SpokenResults(settings.language(), book.printer());
        this.throwables = new Throwables(words);
        nodes.forEach(node -> this.nodes.put(node.runbook(), node));
    }

    private Optional<RunbookNode> node(RunbookId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    private Optional<StepNode> node(RunbookId id, String step) {
        return node(id).flatMap(node -> node.step(step));
    }

    @Override
    public synchronized void begun(RunbookId id) {
        node(id).ifPresent(this::begin);
    }

    @Override
    public synchronized void step(RunbookId id, StepId step, int number, int total) {
        node(id, step.name()).ifPresent(this::begin);
    }

    @Override
    public synchronized void stepped(RunbookId id, StepProof proof) {
        node(id, proof.step()).ifPresent(node -> tell(id, node, proof));
    }

    @Override
    public synchronized void finished(RunbookResult result) {
        node(result.id()).ifPresent(node -> finish(node, result));
    }

    private void finish(RunbookNode node, RunbookResult result) {
        begin(node);
        boolean lacking = result.error()
                .filter(why -> LACKING.contains(why.code()) && !settings.required())
                .isPresent();
        if (lacking) {
            abort(node, result.error().orElseThrow());
            return;
        }
        listener.reportingEntryPublished(
                node, ReportEntry.from(Map.of(RESULT, word(result.label()), PLACE, words.place(result.setting()))));
        Optional<StepProof> last = result.steps().stream()
                .filter(s -> s.label() == Label.FAILED || s.label() == Label.ERRORED)
                .findFirst();
        for (StepNode step : node.steps()) {
            Optional<StepProof> proof = result.steps().stream()
                    .filter(s -> s.step().equals(step.name()))
                    .findFirst();
            boolean failsUnseen =
                    last.isPresent() && node.step(last.get().step()).isEmpty();
            if (proof.isPresent() && failsUnseen && isOpen(step) && step.isTest()) {
                end(step, TestExecutionResult.failed(throwables.notReached(result, proof.get(), last.get())));
            } else if (proof.isPresent()) {
                tell(result.id(), step, proof.get());
            } else {
                skip(step, result.error().map(e -> oneLine(e)).orElse(""));
            }
        }
        end(node, result.error().map(e -> failed(node, List.of(e))).orElse(TestExecutionResult.successful()));
    }

    private boolean isOpen(TestDescriptor node) {
        return states.get(node) != State.DONE;
    }

    private void tell(RunbookId id, StepNode node, StepProof proof) {
        switch (proof.label()) {
            case MANUAL -> skip(node, words.reason(proof));
            case SKIPPED -> leave(node, words.reason(proof));
            case FAILED -> end(node, TestExecutionResult.failed(throwables.failed(id, proof)));
            case ERRORED -> end(node, TestExecutionResult.failed(throwables.errored(id, proof)));
            case PASSED, STUBBED -> hold(node, proof);
        }
    }

    /** It held; whether only with a stand-in's help, or not at once, is said with it. */
    private void hold(StepNode node, StepProof proof) {
        begin(node);
        String remark = words.remark(proof);
        if (isOpen(node) && (proof.label() == Label.STUBBED || !remark.isEmpty())) {
            listener.reportingEntryPublished(
                    node, ReportEntry.from(Map.of(RESULT, word(proof.label()), REMARK, remark)));
        }
        end(node, TestExecutionResult.successful());
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private void begin(TestDescriptor node) {
        if (states.putIfAbsent(node, State.BEGUN) == null) {
            listener.executionStarted(node);
        }
    }

    private void end(TestDescriptor node, TestExecutionResult result) {
        begin(node);
        if (states.put(node, State.DONE) == State.BEGUN) {
            listener.executionFinished(node, result);
        }
    }

    /** A step may find out only by running that the rest of the runbook is not for this server. */
    private void leave(TestDescriptor node, String reason) {
        if (states.get(node) == State.BEGUN) {
            end(node, TestExecutionResult.aborted(new TestAbortedException(reason)));
        } else {
            skip(node, reason);
        }
    }

    /** What has begun and came to nothing cannot be skipped any more. */
    private void skip(TestDescriptor node, String reason) {
        if (states.containsKey(node)) {
            end(node, TestExecutionResult.failed(new NotRunException(reason)));
        } else if (node.isTest()) {
            states.put(node, State.DONE);
            listener.executionSkipped(node, reason);
        } else {
            // Not skipped: Surefire counts among the skipped tests whatever is.
            end(node, TestExecutionResult.aborted(new TestAbortedException(reason)));
        }
    }

    private String oneLine(Diagnostic why) {
        return why.message(settings.language());
    }

    private TestExecutionResult failed(RunbookNode node, List<Diagnostic> why) {
        return TestExecutionResult.failed(throwables.notRun(node, why));
    }

    /** A runbook that nothing can be made of. */
    synchronized void cannotBeRun(RunbookNode node, List<Diagnostic> why) {
        begin(node);
        node.steps().forEach(step -> skip(step, oneLine(why.get(0))));
        end(node, failed(node, why));
    }

    /** Every test is aborted, which counts as skipped, or fails where this machine should have an engine. */
    synchronized void withoutEngine(Diagnostic why) {
        for (RunbookNode node : nodes.values()) {
            if (!isOpen(node)) {
                continue;
            }
            if (settings.required()) {
                cannotBeRun(node, List.of(why));
            } else {
                abort(node, why);
            }
        }
    }

    private void abort(RunbookNode node, Diagnostic why) {
        String reason = oneLine(why) + "\n" + why.hint(settings.language());
        TestExecutionResult aborted =
                TestExecutionResult.aborted(Throwables.at(node, new TestAbortedException(reason)));
        begin(node);
        for (StepNode step : node.steps()) {
            if (step.isTest()) {
                end(step, aborted);
            } else {
                skip(step, oneLine(why));
            }
        }
        end(node, aborted);
    }

    /** No more comes. What was not told of yet did not run, which is no success. */
    synchronized void end(List<Diagnostic> why) {
        nodes.values().stream().filter(this::isOpen).forEach(node -> cannotBeRun(node, why));
    }

    /** As above, for an error of this program. */
    synchronized void broken(RuntimeException cause) {
        for (RunbookNode node : nodes.values()) {
            if (isOpen(node)) {
                begin(node);
                node.steps().stream().filter(this::isOpen).forEach(step -> skip(step, cause.toString()));
                end(node, TestExecutionResult.failed(cause));
            }
        }
    }

    /** How many runbooks and steps came to what. */
    List<String> sums(Results results) {
        List<dev.runbook.results.RunbookResult> selected = results.runbooks().stream()
                .filter(r -> nodes.containsKey(r.id()))
                .collect(Collectors.toList());
        return words.sums(new Results(results.tool(), selected));
    }
}
