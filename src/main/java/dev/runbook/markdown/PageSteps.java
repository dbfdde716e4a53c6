package dev.runbook.markdown;

import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Role;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.model.StepOptions;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a page while it is read: their ids, and what ties one to another. */
final class PageSteps {
    /** {@code of=} of a step. */
    private record Undo(Optional<SourceText> target, SourceText place, Optional<StepId> before) {}

    private final RunbookId runbook;
    private final Problems problems;
    private final Ids ids;
    private final Set<String> names = new LinkedHashSet<>();
    private final IdentityHashMap<Step, Expectation> outputs = new IdentityHashMap<>();
    private final IdentityHashMap<Step, Undo> undos = new IdentityHashMap<>();
    private final List<Step> inOrder = new ArrayList<>();
    private @Nullable Step lastRun;
    private Optional<StepId> lastChange = Optional.empty();
    private String section = "";
    private int tasks;

    PageSteps(RunbookId runbook, Problems problems, Ids ids) {
        this.runbook = runbook;
        this.problems = problems;
        this.ids = ids;
    }

    /** The steps that follow are in this section. */
    void enter(String sectionId) {
        section = sectionId;
        tasks = 0;
    }

    /** The id of the next step: as its author wrote it, else made of the section's. */
    StepId id(Optional<SourceText> written) {
        if (written.isEmpty()) {
            return new StepId(runbook, ids.derive(section.isEmpty() ? "step" : section + "-step", 2));
        }
        SourceText id = written.get();
        int line = ids.take(id.text(), problems.file().lineAt(id.start()));
        if (line > 0) {
            problems.add(MarkdownCode.DUPLICATE_ID, id.start() - 1, id.end(), id.text(), line);
        }
        return new StepId(runbook, id.text());
    }

    /**
     * Adds a step that a machine carries out.
     *
     * @param target the value of {@code of=}
     * @param place its attribute list
     */
    void add(Step step, Optional<SourceText> target, SourceText place) {
        if (step.role() == Role.UNDO) {
            undos.put(step, new Undo(target, place, lastChange));
        }
        names.add(step.id().name());
        lastRun = step;
        inOrder.add(step);
        if (step.role() == Role.EXEC) {
            lastChange = Optional.of(step.id());
        }
    }

    /** A step that a person carries out. */
    Step task(String markdown, Span span, Span textSpan) {
        tasks++;
        String base = (section.isEmpty() ? "task" : section + "-task") + "-" + tasks;
        return new Step(
                new StepId(runbook, ids.derive(base, 2)),
                false,
                Role.MANUAL,
                new Action.Manual(markdown),
                StepOptions.DEFAULTS,
                span,
                textSpan,
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** Gives the step before it the output that it must have. */
    void output(Expectation expectation, SourceText place) {
        Step step = lastRun;
        Optional<MarkdownCode> problem = step == null
                ? Optional.of(MarkdownCode.OUTPUT_WITHOUT_STEP)
                : step.action().accept(new OutputRule());
        if (problem.isEmpty() && step != null) {
            if (step.options().interactive()) {
                problem = Optional.of(MarkdownCode.OUTPUT_OF_INTERACTIVE);
            } else if (outputs.putIfAbsent(step, expectation) != null) {
                problem = Optional.of(MarkdownCode.SECOND_OUTPUT);
            }
        }
        problem.ifPresent(code -> problems.add(code, place.start(), place.end()));
    }

    /** Once all steps are known: each undo finds what it takes back. */
    IdentityHashMap<Block, Block> finish() {
        IdentityHashMap<Block, Block> finished = new IdentityHashMap<>();
        for (Step step : inOrder) {
            Optional<Expectation> output = Optional.ofNullable(outputs.get(step));
            Undo undo = undos.get(step);
            if (output.isPresent() || undo != null) {
                Optional<StepId> undoes = undo == null ? Optional.empty() : undone(step, undo);
                finished.put(step, with(step, output, undoes));
            }
        }
        return finished;
    }

    private Optional<StepId> undone(Step step, Undo undo) {
        if (undo.target().isEmpty()) {
            if (undo.before().isEmpty()) {
                problems.add(
                        MarkdownCode.UNDO_WITHOUT_STEP,
                        undo.place().start(),
                        undo.place().end());
            }
            return undo.before();
        }
        SourceText target = undo.target().get();
        String name = target.text();
        if (!names.contains(name) || name.equals(step.id().name())) {
            List<String> others =
                    names.stream().filter(n -> !n.equals(step.id().name())).toList();
            problems.add(
                    MarkdownCode.UNKNOWN_STEP, target.start(), target.end(), name, Suggestions.offer(name, others));
            return Optional.empty();
        }
        return Optional.of(new StepId(runbook, name));
    }

    private static Step with(Step step, Optional<Expectation> output, Optional<StepId> undoes) {
        return new Step(
                step.id(),
                step.explicitId(),
                step.role(),
                step.action(),
                step.options(),
                step.span(),
                step.codeSpan(),
                step.info(),
                output,
                undoes);
    }

    /** Why an action can have no {@code .output}; empty where it can. */
    private static final class OutputRule implements Action.Visitor<Optional<MarkdownCode>> {
        @Override
        public Optional<MarkdownCode> script(Action.Script script) {
            return Optional.empty();
        }

        @Override
        public Optional<MarkdownCode> console(Action.Console console) {
            boolean has =
                    console.commands().stream().map(ConsoleCommand::expectation).anyMatch(Optional::isPresent);
            return has ? Optional.of(MarkdownCode.OUTPUT_AFTER_SESSION) : Optional.empty();
        }

        @Override
        public Optional<MarkdownCode> sql(Action.Sql sql) {
            return Optional.empty();
        }

        @Override
        public Optional<MarkdownCode> file(Action.FileContent file) {
            return Optional.of(MarkdownCode.OUTPUT_WITHOUT_STEP);
        }

        @Override
        public Optional<MarkdownCode> patch(Action.Patch patch) {
            return Optional.of(MarkdownCode.OUTPUT_WITHOUT_STEP);
        }

        @Override
        public Optional<MarkdownCode> manual(Action.Manual manual) {
            return Optional.of(MarkdownCode.OUTPUT_WITHOUT_STEP);
        }
    }
}
