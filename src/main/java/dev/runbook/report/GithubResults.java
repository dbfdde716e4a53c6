package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * For GitHub Actions: an error at the Markdown line of each step that did not hold or could not be run, then a warning at
 * each that held only when tried again. GitHub shows ten of either; what is worst comes first.
 */
public final class GithubResults implements ResultsReport {
    private final ProofText words;
    private final Function<String, String> displayPath;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from a runbook's file to its path in the repository
     */
    public GithubResults(Language language, Function<String, String> displayPath) {
        this.words = new ProofText(language);
        this.displayPath = displayPath;
    }

    @Override
    public String render(Results results) {
        StringBuilder out = new StringBuilder();
        steps(results, out, step -> step.label() == Label.FAILED);
        for (RunbookResult runbook : results.runbooks()) {
            runbook.error()
                    .ifPresent(error -> out.append(new WorkflowCommand("error")
                            .with("file", displayPath.apply(error.span().file()))
                            .with("line", error.span().startLine())
                            .with("title", title(runbook.id().path(), runbook.label()))
                            .says(words.details(error).stripTrailing())));
        }
        steps(results, out, step -> step.label() == Label.ERRORED);
        steps(results, out, ProofText::isFlaky);
        return out.toString();
    }

    private void steps(Results results, StringBuilder out, Predicate<StepProof> which) {
        for (RunbookResult runbook : results.runbooks()) {
            for (StepProof step : runbook.steps()) {
                if (which.test(step)) {
                    out.append(annotation(runbook, step));
                }
            }
        }
    }

    private String annotation(RunbookResult runbook, StepProof step) {
        boolean flaky = ProofText.isFlaky(step);
        String details = words.details(step);
        String tries = step.tries() > 1 ? words.tries(step) : "";
        String message = (details + tries).stripTrailing();
        return new WorkflowCommand(flaky ? "warning" : "error")
                .with("file", displayPath.apply(runbook.file()))
                .with("line", step.line())
                .with("title", title(runbook.id() + "#" + step.step(), step.label()))
                .says(message.isEmpty() ? words.label(step.label()) : message);
    }

    private String title(String what, Label label) {
        return "runbook " + SafeText.line(what) + ": " + words.label(label);
    }
}
