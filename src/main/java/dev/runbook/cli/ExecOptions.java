package dev.runbook.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code exec} was called with.
 *
 * @param yes whether nobody is asked
 * @param allow the steps that {@code --yes} may run although they destroy something, or counts as done by hand
 * @param from the first step to run
 * @param only the steps to run
 * @param resume a run to go on with; of an empty text, the latest
 * @param on where to run, as an address
 * @param keep where a rehearsal's changes are kept
 */
record ExecOptions(
        boolean yes,
        List<String> allow,
        Optional<String> from,
        List<String> only,
        boolean check,
        boolean dryRun,
        boolean undo,
        Optional<String> resume,
        boolean update,
        Optional<String> on,
        boolean rehearse,
        Optional<Path> keep) {
    /** Which options cannot stand together. */
    private static final Map<String, List<String>> CONFLICTS = Map.of(
            "--from", List.of("--only"),
            "--check", List.of("--undo"),
            "--resume", List.of("--from", "--only", "--check", "--undo"),
            "--update", List.of("--dry-run", "--undo"),
            "--on", List.of("--rehearse"));

    /** Which options mean nothing without another. */
    private static final Map<String, String> NEEDS = Map.of("--keep", "--rehearse", "--allow", "--yes");

    ExecOptions {
        allow = List.copyOf(allow);
        only = List.copyOf(only);
    }

    static ExecOptions of(Invocation invocation) throws CommandFailed {
        for (String option : CONFLICTS.keySet().stream().sorted().toList()) {
            for (String other : CONFLICTS.getOrDefault(option, List.of())) {
                if (invocation.flag(option) && invocation.flag(other)) {
                    throw new CommandFailed(Problem.CONFLICTING_OPTIONS, option, other);
                }
            }
        }
        for (String option : NEEDS.keySet().stream().sorted().toList()) {
            String needed = NEEDS.getOrDefault(option, "");
            if (invocation.flag(option) && !invocation.flag(needed)) {
                throw new CommandFailed(Problem.OPTION_NEEDS, option, needed);
            }
        }
        return new ExecOptions(
                invocation.flag("--yes"),
                names(invocation, "--allow"),
                invocation.value("--from").map(ExecOptions::name),
                names(invocation, "--only"),
                invocation.flag("--check"),
                invocation.flag("--dry-run"),
                invocation.flag("--undo"),
                invocation.flag("--resume")
                        ? Optional.of(invocation.value("--resume").orElse(""))
                        : Optional.empty(),
                invocation.flag("--update"),
                invocation.value("--on"),
                invocation.flag("--rehearse"),
                invocation.value("--keep").map(invocation::path));
    }

    /** Whether a person is asked between steps. */
    boolean asks() {
        return !yes && !check && !dryRun;
    }

    /** Steps as they are written on a page or in a list: {@code a}, {@code #a}, {@code a,b}. */
    private static List<String> names(Invocation invocation, String option) {
        return invocation.values(option).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(ExecOptions::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String name(String written) {
        return written.startsWith("#") ? written.substring(1) : written;
    }
}
