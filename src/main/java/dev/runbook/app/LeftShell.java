package dev.runbook.app;

import dev.runbook.check.ShellState;
import dev.runbook.exec.PlannedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What steps left in one user's shell. What is taken from it is there no more. */
final class LeftShell {
    private final Map<String, Origin> variables = new HashMap<>();
    private final Map<String, Origin> exports = new LinkedHashMap<>();
    private final Map<String, Origin> functions = new HashMap<>();
    private Optional<Origin> folder = Optional.empty();
    private Optional<Origin> folderBefore = Optional.empty();

    /** Where something comes from. */
    record Origin(PlannedStep step, ShellState.Use use) {
        String name() {
            return use.name();
        }
    }

    /** Whether a path leads on from the working directory. */
    static boolean isRelative(String path) {
        return !path.isEmpty() && "/~$-".indexOf(path.charAt(0)) < 0;
    }

    /** Takes note of what a step does. */
    void left(PlannedStep step, ShellState.Use use) {
        Origin origin = new Origin(step, use);
        switch (use.kind()) {
            case LEAVES -> {
                variables.put(use.name(), origin);
                exports.computeIfPresent(use.name(), (name, before) -> origin);
            }
            case EXPORTS -> exports.put(use.name(), variables.getOrDefault(use.name(), origin));
            case UNSETS -> forgetVariable(use.name());
            case DEFINES -> functions.put(use.name(), origin);
            case MOVES -> move(origin);
            case READS, SETS, RUNS, OPENS, MOVES_INSIDE -> {}
        }
    }

    private void move(Origin origin) {
        Optional<Origin> before = folder;
        String to = origin.name();
        if (to.equals("-")) {
            folder = folderBefore;
        } else {
            folder = to.isEmpty() || to.equals("~") ? Optional.empty() : Optional.of(origin);
        }
        folderBefore = before;
    }

    void forgetVariable(String name) {
        variables.remove(name);
        exports.remove(name);
    }

    void forgetFunction(String name) {
        functions.remove(name);
    }

    void forgetFolder() {
        folder = Optional.empty();
    }

    Optional<Origin> takeVariable(String name) {
        exports.remove(name);
        return Optional.ofNullable(variables.remove(name));
    }

    Optional<Origin> takeFunction(String name) {
        return Optional.ofNullable(functions.remove(name));
    }

    /** All exported variables but those of these names. */
    List<Origin> takeExports(Set<String> but) {
        List<Origin> taken = new ArrayList<>();
        exports.forEach((name, origin) -> {
            if (!but.contains(name)) {
                taken.add(origin);
            }
        });
        taken.forEach(origin -> forgetVariable(origin.name()));
        return taken;
    }

    Optional<Origin> takeFolder() {
        Optional<Origin> taken = folder;
        forgetFolder();
        return taken;
    }
}
