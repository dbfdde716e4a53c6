package dev.runbook.verify;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a runbook declares that it changes, so that it can be seen whether all was taken back: files and services. */
final class Traces {
    /** The arguments: files. A line for each and for each service, that differs when it does. */
    private static final String LOOK = """
            for file; do
              if [ -e "$file" ]; then
                echo "$file ($(stat -c '%U:%G %a' -- "$file"), $(sha256sum <"$file" | cut -c1-12))"
              else
                echo "$file (absent)"
              fi
            done
            systemctl list-units --type=service --state=active --plain --no-legend | sed 's/ .*//; s/$/ (active)/' \\
              | grep -v '^systemd-\\|^user\\|^session-'
            systemctl list-unit-files --type=service --state=enabled --plain --no-legend | sed 's/ .*//; s/$/ (enabled)/'
            """;

    private Traces() {}

    static Set<String> of(Backend backend, Plan plan) throws BackendException {
        StringBuilder script = new StringBuilder("set --");
        for (PlannedStep step : plan.steps()) {
            step.step()
                    .action()
                    .accept(new Path())
                    .ifPresent(p -> script.append(' ').append(quoted(p)));
        }
        String said =
                backend.call("root", script + "\n" + LOOK, new byte[0]).output().text();
        return new TreeSet<>(said.lines().toList());
    }

    private static String quoted(String path) {
        return dev.runbook.values.Quoting.shell(path);
    }

    /** What was and is no more, or is and was not: of each as it is named first. */
    static List<String> difference(Set<String> before, Set<String> after) {
        Set<String> changed = new TreeSet<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> changed.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> changed.add("+ " + line));
        return List.copyOf(changed);
    }

    /** The file that a step declares. */
    private static final class Path implements Action.Visitor<Optional<String>> {
        @Override
        public Optional<String> script(Action.Script script) {
            return Optional.empty();
        }

        @Override
        public Optional<String> console(Action.Console console) {
            return Optional.empty();
        }

        @Override
        public Optional<String> sql(Action.Sql sql) {
            return Optional.empty();
        }

        @Override
        public Optional<String> file(Action.FileContent file) {
            return Optional.of(file.path());
        }

        @Override
        public Optional<String> patch(Action.Patch patch) {
            return Optional.of(patch.path());
        }

        @Override
        public Optional<String> manual(Action.Manual manual) {
            return Optional.empty();
        }
    }
}
