package dev.runbook.junit;

import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Mismatch;
import dev.runbook.report.SpokenResults;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.opentest4j.AssertionFailedError;

/**
 * What tests fail with: an {@link AssertionFailedError} where a step did not hold, with both texts where they can be
 * compared, and a {@link NotRunException} where it could not be run. Their one stack frame is the place in the Markdown
 * file: no frame of this program would help anybody.
 */
final class Throwables {
    private final SpokenResults words;

    Throwables(SpokenResults words) {
        this.words = words;
    }

    Throwable failed(RunbookId id, StepProof proof) {
        String message = words.problem(proof);
        Optional<Mismatch> mismatch = proof.mismatch();
        AssertionFailedError error = mismatch.isEmpty()
                ? new AssertionFailedError(message)
                : new AssertionFailedError(
                        message, SpokenResults.expected(mismatch.get()), SpokenResults.written(mismatch.get()));
        return at(id, proof, error);
    }

    Throwable errored(RunbookId id, StepProof proof) {
        return at(id, proof, new NotRunException(words.problem(proof)));
    }

    /** For a step behind one that does not hold, and that is no test of this run. */
    Throwable notReached(RunbookResult result, StepProof proof, StepProof last) {
        Span place = new Span(result.file(), proof.line(), 1, proof.line(), 1);
        String why = words.problem(Diagnostic.of(JunitCode.NOT_REACHED, place, last.step()));
        return at(result.id(), proof, new NotRunException(why + words.problem(last)));
    }

    Throwable notRun(RunbookNode node, List<Diagnostic> why) {
        String message =
                why.stream().map(words::problem).collect(Collectors.joining()).stripTrailing();
        return at(node, new NotRunException(message));
    }

    static Throwable at(RunbookNode node, Throwable throwable) {
        FileSource source = (FileSource) node.getSource().orElseThrow();
        return at(node.runbook().path(), "", source.getFile().getName(), 1, throwable);
    }

    private static Throwable at(RunbookId id, StepProof proof, Throwable throwable) {
        int line = proof.why().map(why -> why.span().startLine()).orElse(proof.line());
        return at(id.path(), proof.step(), id.name() + ".md", line, throwable);
    }

    private static Throwable at(String runbook, String step, String file, int line, Throwable throwable) {
        throwable.setStackTrace(new StackTraceElement[] {new StackTraceElement(runbook, step, file, line)});
        return throwable;
    }
}
