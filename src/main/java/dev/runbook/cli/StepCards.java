package dev.runbook.cli;

import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Step;
import dev.runbook.values.Values;

/** Shows steps to the person who decides. */
final class StepCards {
    /** Of the expected output; the rest is shown on request. */
    private static final int FOLDED = 4;

    private final RunScreen screen;
    private final RunTexts texts;
    private final ProseWalk walk;
    private final Values values;
    private final RunConsole console;

    StepCards(RunScreen screen, RunTexts texts, ProseWalk walk, Values values, RunConsole console) {
        this.screen = screen;
        this.texts = texts;
        this.walk = walk;
        this.values = values;
        this.console = console;
    }

    /** The text before the step since the one before, and the step. */
    void show(PlannedStep planned) {
        Step step = planned.step();
        screen.print(walk.before(step.id()) + "\n");
        if (step.isManual()) {
            Step shown = walk.shown(step.id()).orElse(step);
            screen.print(printer().task(planned.number(), shown.action().code()));
        } else {
            String code = FilledCode.of(step, values);
            screen.print(printer().folded(step, planned.number(), planned.user(), code, FOLDED));
        }
        console.announced(planned);
    }

    /** The code as it was changed: as it will run, without values in it. */
    void showEdited(PlannedStep planned, String code) {
        String label = texts.get("ask.edited", printer().label(planned.step(), planned.number(), planned.user()));
        String language = planned.step().action().language();
        screen.print(printer().rule(label)
                + CodeText.of(language, code, texts.style())
                + printer().rule(""));
        console.announced(planned);
    }

    void showExpected(PlannedStep planned) {
        screen.print(printer().expectation(planned.step()));
    }

    boolean isFolded(PlannedStep planned) {
        return planned.step()
                .expectation()
                .map(e -> e.lines().size() > FOLDED + 1)
                .orElse(false);
    }

    /** What stands behind the last step. */
    void showRest() {
        screen.print(walk.rest());
    }

    /** A file name's end by which an editor knows the language. */
    String suffix(PlannedStep planned) {
        String language = planned.step().action().language();
        String known = language.equals("bash") || language.equals("console") ? "sh" : language;
        return known.matches("[a-z0-9]{1,12}") ? "." + known : ".txt";
    }

    private StepPrinter printer() {
        return texts.steps(screen.columns());
    }
}
