package dev.runbook.junit;

import dev.runbook.app.VerifyHandbook.Verified;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Carries out what was selected, one handbook behind the other. Whatever happens, each test is told of, and is told once. */
final class TestRun {
    private static final Logger LOG = Logger.getLogger(TestRun.class.getPackageName());

    /** What concerns all runbooks is said of the handbook. */
    private static final String HANDBOOK = "handbook.yml";

    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final Settings settings;
    private final Verification verification;

    TestRun(ExecutionRequest request, Settings settings, Verification verification) {
        this.root = request.getRootTestDescriptor();
        this.listener = request.getEngineExecutionListener();
        this.settings = settings;
        this.verification = verification;
    }

    void run() {
        listener.executionStarted(root);
        Map<Book, List<RunbookNode>> byBook = new LinkedHashMap<>();
        for (TestDescriptor child : root.getChildren()) {
            RunbookNode node = (RunbookNode) child;
            byBook.computeIfAbsent(node.book(), book -> new ArrayList<>()).add(node);
        }
        byBook.forEach(this::run);
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private void run(Book book, List<RunbookNode> nodes) {
        Events events = new Events(listener, settings, book, nodes);
        nodes.stream().filter(n -> !n.errors().isEmpty()).forEach(n -> events.cannotBeRun(n, n.errors()));
        List<RunbookNode> sound =
                nodes.stream().filter(n -> n.errors().isEmpty()).toList();
        if (sound.isEmpty()) {
            return;
        }
        List<RunbookId> ids = sound.stream().map(RunbookNode::runbook).toList();
        try {
            Parsed<Verified> verified = verification.verify(book.request(ids), events);
            if (!verified.value().results().runbooks().isEmpty()) {
                String sums = String.join(" ", events.sums(verified.value().results()));
                LOG.logp(Level.INFO, TestRun.class.getName(), "run", sums);
            }
            events.end(errors(verified));
        } catch (ContainerException e) {
            events.withoutEngine(Diagnostic.of(
                    e.code(), Span.startOf(HANDBOOK), e.arguments().toArray()));
        } catch (IOException e) {
            events.end(List.of(Diagnostic.of(
                    JunitCode.RESULTS_NOT_WRITTEN,
                    Span.startOf(HANDBOOK),
                    settings.shown(settings.results()),
                    String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            events.broken(e);
        }
    }

    /** Why nothing, or no more, was begun. */
    private static List<Diagnostic> errors(Parsed<Verified> verified) {
        List<Diagnostic> errors =
                verified.diagnostics().stream().filter(Diagnostic::isError).toList();
        return errors.isEmpty() ? List.of(Diagnostic.of(JunitCode.NOT_BEGUN, Span.startOf(HANDBOOK))) : errors;
    }
}
