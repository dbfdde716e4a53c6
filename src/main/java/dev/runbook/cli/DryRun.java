package dev.runbook.cli;

import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.values.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What would be run, with values filled in and secrets masked. */
final class DryRun {
    private final RunTexts texts;
    private final StepPrinter printer;

    DryRun(RunTexts texts, int columns) {
        this.texts = texts;
        this.printer = texts.steps(columns);
    }

    String print(Plan plan, boolean undo, Values values) {
        StringBuilder out = new StringBuilder();
        for (PlannedStep planned : undo ? lastFirst(plan) : plan.steps()) {
            if (out.length() > 0) {
                out.append('\n');
            }
            if (planned.step().isManual()) {
                out.append(
                        printer.task(planned.number(), planned.step().action().code()));
            } else {
                String code = FilledCode.of(planned.step(), values);
                out.append(printer.whole(planned.step(), planned.number(), planned.user(), code));
            }
        }
        return out.append('\n')
                .append(texts.words().get("exec.dry"))
                .append('\n')
                .toString();
    }

    /** As an executor takes back. */
    private static List<PlannedStep> lastFirst(Plan plan) {
        List<PlannedStep> steps = new ArrayList<>(plan.steps());
        Collections.reverse(steps);
        return steps.stream()
                .flatMap(s -> plan.undos().getOrDefault(s.step().id(), List.of()).stream())
                .toList();
    }
}
