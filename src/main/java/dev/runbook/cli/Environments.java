package dev.runbook.cli;

import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.Image;
import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Environment;
import dev.runbook.model.Handbook;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.Suggestions;
import dev.runbook.verify.VerifyCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The environments of the handbook that is meant. */
final class Environments {
    private Environments() {}

    static List<Environment> all(Invocation invocation) throws CommandFailed {
        Path folder = invocation.handbook();
        Handbook handbook = new HandbookReader(folder).read(Progress.NONE).value();
        List<Environment> all = new ArrayList<>();
        for (String name : new TreeSet<>(handbook.environments())) {
            Parsed<Environment> read = EnvironmentReader.read(folder, name);
            new ProblemPrinter(invocation, folder, handbook).print(read.diagnostics());
            all.add(read.value());
        }
        return all;
    }

    /** The one that is named; without a name, the only one. */
    static Environment one(Invocation invocation) throws CommandFailed {
        List<Environment> all = all(invocation);
        List<String> names = all.stream().map(Environment::name).toList();
        Optional<String> name = invocation.arguments().stream().findFirst();
        if (name.isEmpty()) {
            if (all.size() == 1) {
                return all.get(0);
            }
            throw all.isEmpty()
                    ? new CommandFailed(VerifyCode.NO_ENVIRONMENT)
                    : new CommandFailed(Problem.MISSING_ARGUMENT, "NAME (" + String.join(", ", names) + ")");
        }
        Optional<Environment> found =
                all.stream().filter(e -> e.name().equals(name.get())).findFirst();
        if (found.isEmpty()) {
            String near = Suggestions.closest(name.get(), names)
                    .map(n -> " (" + n + "?)")
                    .orElse("");
            throw new CommandFailed(VerifyCode.UNKNOWN_ENVIRONMENT, name.get(), near);
        }
        return found.get();
    }

    /** Its image, built where it has to be, which takes a while and is said. */
    static Image image(Invocation invocation, Engine engine, Environment environment)
            throws CommandFailed, ContainerException, IOException {
        Path folder = Environment.folder(invocation.handbook(), environment.name());
        return engine.image(folder, environment.name(), VerifyCommand.baseImage(invocation), new VerifyLog(invocation));
    }
}
