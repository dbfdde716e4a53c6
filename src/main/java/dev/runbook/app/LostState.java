package dev.runbook.app;

import dev.runbook.check.ShellState;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What steps left in their users' shells, and later ones need, when only the later ones are run: the shells are new then.
 * It is seen in the steps' text alone, as {@link ShellState} says; each thing is told once, where it is first needed.
 */
public final class LostState {
    /** Commands that neither the working directory nor a variable of the environment matters to. */
    private static final Set<String> INDEPENDENT = Set.of(
            ":",
            "[",
            "echo",
            "printf",
            "true",
            "false",
            "set",
            "shopt",
            "trap",
            "exit",
            "return",
            "wait",
            "sleep",
            "shift",
            "umask",
            "ulimit",
            "kill",
            "id",
            "whoami",
            "hostname",
            "uname",
            "date",
            "systemctl",
            "journalctl",
            "dnf",
            "yum",
            "apt-get",
            "ss",
            "ps",
            "free",
            "useradd",
            "groupadd",
            "usermod");

    /** Of the others, those that the working directory hardly ever matters to. */
    private static final Set<String> ANYWHERE = Set.of("psql", "redis-cli", "getent", "command", "type", "nproc");

    private static final String ROOT = "root";

    private final SourceFile source;
    private final Set<String> parameters;
    private final Map<String, LeftShell> left = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<PlannedStep> origins = new ArrayList<>();

    private LostState(SourceFile source, Set<String> parameters) {
        this.source = source;
        this.parameters = parameters;
    }

    /**
     * What is lost.
     *
     * @param before the steps that are not run again, in order
     * @param next those that are
     * @return the first step that left something, with which nothing would be lost; and warnings, each at the place that
     *     needs it
     */
    public static Parsed<Optional<PlannedStep>> between(
            Runbook runbook, List<PlannedStep> before, List<PlannedStep> next) {
        Set<String> parameters =
                runbook.frontMatter().params().stream().map(Parameter::name).collect(Collectors.toSet());
        LostState state = new LostState(runbook.source(), parameters);
        before.forEach(state::leave);
        next.forEach(state::need);
        return new Parsed<>(state.origins.stream().min(Comparator.comparingInt(PlannedStep::number)), state.found);
    }

    private LeftShell shell(PlannedStep step, ShellState.Use use) {
        return left.computeIfAbsent(use.root() ? ROOT : step.user(), user -> new LeftShell());
    }

    private void leave(PlannedStep step) {
        for (ShellState.Use use : ShellState.of(source, step.step())) {
            shell(step, use).left(step, use);
        }
    }

    private void need(PlannedStep step) {
        Needing needing = new Needing(step);
        ShellState.of(source, step.step()).forEach(needing::use);
    }

    /** One step that is run in new shells. */
    private final class Needing {
        private final PlannedStep step;
        private final Set<String> own = new HashSet<>(parameters);
        /** Whether the working directory is one that the step itself says. */
        private boolean placed;

        Needing(PlannedStep step) {
            this.step = step;
            this.placed = step.step().options().cwd().isPresent();
        }

        void use(ShellState.Use use) {
            LeftShell shell = shell(step, use);
            switch (use.kind()) {
                case SETS -> own.add(use.name());
                case LEAVES, UNSETS, EXPORTS -> shell.forgetVariable(use.name());
                case DEFINES -> shell.forgetFunction(use.name());
                case READS -> reads(shell, use);
                case RUNS -> runs(shell, use);
                case OPENS -> folder(shell, use);
                case MOVES -> {
                    moves(shell, use);
                    shell.forgetFolder();
                }
                case MOVES_INSIDE -> moves(shell, use);
            }
        }

        private void reads(LeftShell shell, ShellState.Use use) {
            if (!own.contains(use.name())) {
                shell.takeVariable(use.name()).ifPresent(origin -> add(LostCode.LOST_VARIABLE, origin, step, use));
            }
        }

        private void runs(LeftShell shell, ShellState.Use use) {
            shell.takeFunction(use.name()).ifPresent(origin -> add(LostCode.LOST_FUNCTION, origin, step, use));
            if (INDEPENDENT.contains(use.name())) {
                return;
            }
            shell.takeExports(own).forEach(origin -> add(LostCode.LOST_EXPORT, origin, step, use));
            if (!ANYWHERE.contains(use.name())) {
                folder(shell, use);
            }
        }

        private void moves(LeftShell shell, ShellState.Use use) {
            if (LeftShell.isRelative(use.name())) {
                folder(shell, use);
            }
            placed = true;
        }

        private void folder(LeftShell shell, ShellState.Use use) {
            if (!placed) {
                shell.takeFolder().ifPresent(origin -> add(LostCode.LOST_FOLDER, origin, step, use));
            }
        }
    }

    /** A command as it stands in the document, up to the next one on its line. */
    private String command(Span span) {
        String line = source.line(span.startLine());
        int start = line.offsetByCodePoints(0, span.startColumn() - 1);
        return line.substring(start).split("[;&|]", 2)[0].strip();
    }

    private void add(LostCode code, LeftShell.Origin origin, PlannedStep step, ShellState.Use use) {
        origins.add(origin.step());
        found.add(Diagnostic.of(
                code,
                use.span(),
                code == LostCode.LOST_FOLDER ? command(origin.use().span()) : origin.name(),
                origin.step().step().id().name(),
                String.valueOf(origin.use().span().startLine()),
                step.step().id().name()));
    }
}
