package dev.runbook.cli;

import dev.runbook.app.ExecRunbook.Job;
import dev.runbook.exec.Decider;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Runbook;
import dev.runbook.outcome.Transcript;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a person sees of one run, put together. */
final class RunView {
    private final RunScreen screen;
    private final RunTexts texts;
    private final RunConsole console;
    private final RunControl control;
    private final RunTally tally = new RunTally();
    private @Nullable StepCards cards;

    RunView(RunScreen screen, RunTexts texts, OutcomeLines outcomes, RunControl control, boolean quiet) {
        this.screen = screen;
        this.texts = texts;
        this.control = control;
        this.console = new RunConsole(screen, texts, outcomes, quiet);
    }

    RunScreen screen() {
        return screen;
    }

    RunTally tally() {
        return tally;
    }

    /** To be told of the run as it happens. */
    List<ExecutionListener> atOnce() {
        return List.of(tally, control);
    }

    /** Shows the run. */
    ExecutionListener shown() {
        return console;
    }

    /**
     * A person who decides.
     *
     * @param shown the runbook in the language that the person reads
     * @param environment with the person's editor
     */
    Decider asking(TerminalPerson person, Runbook shown, Job job, StepShell shell, Map<String, String> environment) {
        control.asks(person);
        ProseWalk walk = new ProseWalk(shown, texts.style(), texts.steps(screen.columns()));
        if (isFromTop(job)) {
            walk.fromTop();
        }
        walk.behind(job.held());
        StepCards made = new StepCards(screen, texts, walk, job.values(), console);
        cards = made;
        Menu menu = new Menu(person, screen, texts);
        CodeEditor editor = new CodeEditor(environment, person);
        return new PersonDecider(made, menu, screen, texts, tally, editor, shell, control);
    }

    /** What stands behind the last step, for a person who was led up to there. */
    void showRest(Transcript transcript) {
        if (cards != null && transcript.end() == Transcript.End.COMPLETED) {
            cards.showRest();
        }
    }

    private static boolean isFromTop(Job job) {
        List<PlannedStep> steps = job.plan().steps();
        return !steps.isEmpty() && steps.get(0).number() == 1;
    }
}
