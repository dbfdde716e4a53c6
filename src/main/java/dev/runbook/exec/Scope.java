package dev.runbook.exec;

import dev.runbook.model.Step;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a runbook's steps are carried out, by their names. {@link dev.runbook.model.Role#UNDO} steps never are, and
 * {@link dev.runbook.model.Role#GIVEN} ones in verification only.
 *
 * @param given whether this is a verification
 * @param checksOnly whether only read-only checks are
 * @param from the first; those before it are left out
 * @param only the only ones; empty: all
 */
public record Scope(boolean given, boolean checksOnly, Optional<String> from, Set<String> only) {
    /** Everything, on a real host. */
    public static final Scope ALL = new Scope(false, false, Optional.empty(), Set.of());

    public Scope {
        only = Set.copyOf(only);
    }

    boolean holds(Step step) {
        boolean role = switch (step.role()) {
            case CHECK -> true;
            case EXEC, MANUAL -> !checksOnly;
            case GIVEN -> given && !checksOnly;
            case UNDO -> false;
        };
        return role && (only.isEmpty() || only.contains(step.id().name()));
    }
}
