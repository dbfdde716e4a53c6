package dev.runbook.cli;

import dev.runbook.cli.Person.Gone;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Role;
import dev.runbook.outcome.StepOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person decides: sees each step with the text before it, and answers. */
final class PersonDecider implements Decider {
    private final StepCards cards;
    private final Menu menu;
    private final RunScreen screen;
    private final RunTexts texts;
    private final RunTally tally;
    private final CodeEditor editor;
    private final StepShell shell;
    private final RunControl control;
    private boolean rest;

    /**
     * A person.
     *
     * @param control told of questions, and when the person leaves one by Ctrl-C
     */
    PersonDecider(
            StepCards cards,
            Menu menu,
            RunScreen screen,
            RunTexts texts,
            RunTally tally,
            CodeEditor editor,
            StepShell shell,
            RunControl control) {
        this.cards = cards;
        this.menu = menu;
        this.screen = screen;
        this.texts = texts;
        this.tally = tally;
        this.editor = editor;
        this.shell = shell;
        this.control = control;
    }

    @Override
    public Decision before(PlannedStep step) {
        boolean danger = step.step().options().danger().isPresent();
        if (rest && !danger && !step.step().isManual()) {
            return new Decision.Run(Optional.empty());
        }
        cards.show(step);
        return decide(step, step.step().isManual() ? manual(step) : ready(step), danger);
    }

    @Override
    public Decision after(PlannedStep step, StepOutcome outcome) {
        rest = false;
        List<Answer> offered = new ArrayList<>();
        if (step.step().isManual()) {
            offered.addAll(List.of(Answer.HOLDS, Answer.DOES_NOT_HOLD, Answer.SKIP));
        } else {
            offered.addAll(List.of(Answer.RETRY, Answer.EDIT, Answer.SKIP));
        }
        addCommon(offered, step);
        return decide(step, offered, step.step().options().danger().isPresent());
    }

    private List<Answer> ready(PlannedStep step) {
        List<Answer> offered = new ArrayList<>(List.of(Answer.RUN, Answer.SKIP, Answer.EDIT, Answer.REST));
        if (cards.isFolded(step)) {
            offered.add(Answer.OUTPUT);
        }
        addCommon(offered, step);
        return offered;
    }

    private List<Answer> manual(PlannedStep step) {
        List<Answer> offered = new ArrayList<>(List.of(Answer.HOLDS, Answer.DOES_NOT_HOLD, Answer.SKIP));
        addCommon(offered, step);
        return offered;
    }

    private void addCommon(List<Answer> offered, PlannedStep step) {
        offered.add(Answer.SHELL);
        if (step.step().role() == Role.UNDO) {
            offered.add(Answer.QUIT);
            return;
        }
        if (!tally.isFirst(step)) {
            offered.add(Answer.BACK);
        }
        if (!tally.undoable().isEmpty()) {
            offered.add(Answer.UNDO);
        }
        offered.add(Answer.QUIT);
    }

    private Decision decide(PlannedStep step, List<Answer> offered, boolean danger) {
        control.asking(true);
        try {
            while (true) {
                Decision decision = act(step, menu.ask(offered), danger);
                if (decision != null) {
                    return decision;
                }
            }
        } catch (Gone e) {
            if (e.interrupted()) {
                control.end(RunControl.Signal.INT);
            }
            return new Decision.Stop("");
        } finally {
            control.asking(false);
        }
    }

    /** What follows from an answer; nothing where it must be asked again. */
    private @Nullable Decision act(PlannedStep step, Answer answer, boolean danger) throws Gone {
        return switch (answer) {
            case RUN, RETRY -> run(step, Optional.empty(), danger);
            case REST -> runRest(step, danger);
            case HOLDS -> new Decision.Judge(true, "");
            case DOES_NOT_HOLD -> new Decision.Judge(false, menu.line(texts.get("ask.note")));
            case SKIP -> skip();
            case EDIT -> edit(step, danger);
            case SHELL -> openShell(step);
            case OUTPUT -> showExpected(step);
            case BACK -> new Decision.Back();
            case UNDO -> undo();
            case QUIT -> new Decision.Stop("");
            case HELP -> null;
        };
    }

    private @Nullable Decision run(PlannedStep step, Optional<String> edited, boolean danger) throws Gone {
        return danger && !dangerTyped(step) ? null : new Decision.Run(edited);
    }

    private @Nullable Decision runRest(PlannedStep step, boolean danger) throws Gone {
        Decision decision = run(step, Optional.empty(), danger);
        rest = decision != null;
        return decision;
    }

    /** A step that destroys something runs only once its name was typed. */
    private boolean dangerTyped(PlannedStep step) throws Gone {
        String name = step.step().id().name();
        String what = Terminal.clean(step.step().options().danger().orElse(""));
        screen.print(texts.style().red("! " + what) + "\n");
        if (menu.line(texts.get("ask.danger", name)).equals(name)) {
            return true;
        }
        screen.print(texts.get("ask.danger.no", name) + "\n");
        return false;
    }

    private @Nullable Decision skip() throws Gone {
        String why = menu.line(texts.get("ask.why"));
        if (why.isEmpty()) {
            screen.print(texts.get("ask.why.none") + "\n");
            return null;
        }
        return new Decision.Skip(why);
    }

    private @Nullable Decision edit(PlannedStep step, boolean danger) throws Gone {
        Optional<String> edited;
        try {
            edited = editor.edit(step.step().action().code(), cards.suffix(step), menu);
        } catch (IOException e) {
            screen.print(texts.style().red(texts.get("ask.edit.failed", Terminal.clean(String.valueOf(e.getMessage()))))
                    + "\n");
            return null;
        }
        if (edited.isEmpty()) {
            screen.print(texts.get("ask.edit.same") + "\n");
            return null;
        }
        cards.showEdited(step, edited.get());
        return menu.confirm(texts.get("ask.edit.run")) ? run(step, edited, danger) : null;
    }

    private @Nullable Decision openShell(PlannedStep step) {
        screen.print(texts.style().faint(texts.get("ask.shell.open", step.user())) + "\n");
        try {
            shell.open(step);
        } catch (BackendException e) {
            screen.print(
                    texts.style()
                                    .red(e.code()
                                            .messages(texts.language())
                                            .get(e.code().id(), e.arguments().toArray())) + "\n");
        }
        screen.print(texts.style().faint(texts.get("ask.shell.closed")) + "\n");
        return null;
    }

    private @Nullable Decision showExpected(PlannedStep step) {
        cards.showExpected(step);
        return null;
    }

    private @Nullable Decision undo() throws Gone {
        String names =
                tally.undoable().stream().map(s -> "#" + s.step().id().name()).collect(Collectors.joining(" "));
        if (!menu.confirm(texts.get("ask.undo.sure", names))) {
            return null;
        }
        rest = false;
        return new Decision.Undo();
    }
}
