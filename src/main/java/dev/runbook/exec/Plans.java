package dev.runbook.exec;

import dev.runbook.model.Located;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan of a runbook. */
public final class Plans {
    private Plans() {}

    /**
     * The steps of a runbook's original that a scope holds, in order.
     *
     * @param account who runs a step of a runbook that names no user: the place's own account
     */
    public static Plan of(Runbook original, Scope scope, String account) {
        String user = original.frontMatter().user().map(Located::value).orElse(account);
        List<PlannedStep> planned = new ArrayList<>();
        Map<StepId, List<PlannedStep>> undos = new HashMap<>();
        boolean begun = scope.from().isEmpty();
        int number = 0;
        for (Section section : original.sections()) {
            for (Step step : section.steps()) {
                number++;
                begun |= scope.from().filter(step.id().name()::equals).isPresent();
                String runs = step.options().user().orElse(user);
                PlannedStep at = new PlannedStep(number, section, step, runs, Digests.of(step, runs));
                if (step.role() == Role.UNDO) {
                    step.undoes()
                            .ifPresent(of -> undos.computeIfAbsent(of, id -> new ArrayList<>())
                                    .add(at));
                } else if (begun && scope.holds(step)) {
                    planned.add(at);
                }
            }
        }
        return new Plan(original, Digests.of(original), planned, undos);
    }
}
