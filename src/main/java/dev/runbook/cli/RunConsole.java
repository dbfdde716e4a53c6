package dev.runbook.cli;

import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a run as it happens: output as it comes, then what came of the step. */
final class RunConsole implements ExecutionListener {
    private final RunScreen screen;
    private final RunTexts texts;
    private final OutcomeLines outcomes;
    private final boolean quiet;
    private volatile @Nullable StepId announced;
    private OutputCleaner cleaner;

    /**
     * A display.
     *
     * @param quiet whether only what does not hold is shown
     */
    RunConsole(RunScreen screen, RunTexts texts, OutcomeLines outcomes, boolean quiet) {
        this.screen = screen;
        this.texts = texts;
        this.outcomes = outcomes;
        this.quiet = quiet;
        this.cleaner = cleaner();
    }

    private OutputCleaner cleaner() {
        return new OutputCleaner(texts.style().colour(), screen.live());
    }

    /** The reader has the step before the eyes: its name need not be said again. */
    void announced(PlannedStep step) {
        announced = step.step().id();
    }

    @Override
    public void decided(PlannedStep step, Decision decision) {
        String why = decision.accept(StopReason.INSTANCE);
        if (!why.isEmpty()) {
            screen.endLine();
            screen.print(texts.style().yellow(why) + "\n");
        }
    }

    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        cleaner = cleaner();
        if (step.step().options().interactive()) {
            announce(step);
            screen.flush();
        } else {
            screen.running(name(step));
        }
    }

    @Override
    public void output(PlannedStep step, byte[] bytes) {
        if (quiet) {
            return;
        }
        String text = cleaner.clean(bytes);
        if (!text.isEmpty()) {
            announce(step);
            screen.print(text);
        }
    }

    @Override
    public void retrying(PlannedStep step, int tries, StepOutcome outcome) {
        endOutput(step);
        step.step().options().retry().ifPresent(retry -> {
            if (!quiet) {
                String line = texts.get("run.retry", tries, retry.times(), texts.seconds(retry.interval()));
                screen.print(texts.style().faint(line) + "\n");
            }
        });
        screen.running(name(step));
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        endOutput(step);
        screen.idle();
        boolean known = step.step().id().equals(announced);
        announced = null;
        if (!quiet || !outcome.accept(outcomes.fine())) {
            screen.print(outcomes.of(step, outcome, known ? "" : step.number() + " " + id(step)));
        }
        screen.flush();
    }

    private void endOutput(PlannedStep step) {
        if (!quiet) {
            String left = cleaner.end();
            if (!left.isEmpty()) {
                announce(step);
                screen.print(left);
            }
        }
        cleaner = cleaner();
        screen.endLine();
    }

    private void announce(PlannedStep step) {
        if (!step.step().id().equals(announced)) {
            announced = step.step().id();
            screen.print(texts.steps(screen.columns()).rule(step.step(), step.number(), step.user()));
        }
    }

    @Override
    public void stray(Output output) {
        OutputCleaner stray = new OutputCleaner(false, false);
        String text = stray.clean(output.bytes()) + stray.end();
        String marked = text.lines().map(l -> "│ " + l + "\n").collect(Collectors.joining());
        screen.endLine();
        screen.print(texts.style().faint(texts.get("run.stray")) + "\n"
                + texts.style().faint(marked));
    }

    @Override
    public void undoing(List<PlannedStep> steps) {
        String names = steps.stream().map(RunConsole::id).collect(Collectors.joining(" "));
        screen.endLine();
        String text = steps.isEmpty() ? texts.get("run.undo.none") : texts.get("run.undo", names);
        screen.print("\n" + texts.style().bold(text) + "\n");
    }

    /** {@code 3 run · root · #install}, without the rest of its line. */
    private String name(PlannedStep step) {
        return texts.steps(screen.columns()).label(step.step(), step.number(), step.user());
    }

    private static String id(PlannedStep step) {
        return "#" + step.step().id().name();
    }
}
