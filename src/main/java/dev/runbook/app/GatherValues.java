package dev.runbook.app;

import dev.runbook.markdown.ParamsFile;
import dev.runbook.model.Parameter;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.Asker;
import dev.runbook.values.GivenValue;
import dev.runbook.values.GivenValue.Source;
import dev.runbook.values.Resolver;
import dev.runbook.values.ValueCode;
import dev.runbook.values.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers the values of a runbook's parameters from all places that may have them. */
public final class GatherValues {
    private static final String VARIABLE = "RUNBOOK_PARAM_";

    private final Set<String> names;
    private final Set<String> secrets;
    private final Span top;
    private final Request request;
    private final List<GivenValue> given = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private GatherValues(String file, List<Parameter> parameters, Request request) {
        this.names = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
        this.secrets = parameters.stream()
                .filter(Parameter::secret)
                .map(Parameter::name)
                .collect(Collectors.toSet());
        this.top = Span.startOf(file);
        this.request = request;
    }

    /**
     * What the user gave.
     *
     * @param params each {@code NAME=VALUE}
     * @param paramsFile relative to the folder
     * @param secretFiles each {@code NAME=FILE}
     * @param secretCommands each {@code NAME=COMMAND}
     * @param environment this process's
     * @param folder in which commands run and names of files begin
     */
    public record Request(
            List<String> params,
            Optional<String> paramsFile,
            List<String> secretFiles,
            List<String> secretCommands,
            Map<String, String> environment,
            Path folder) {
        public Request {
            params = List.copyOf(params);
            secretFiles = List.copyOf(secretFiles);
            secretCommands = List.copyOf(secretCommands);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Gathers all values and decides on each; nobody is asked while something else is wrong.
     *
     * @param file the runbook's
     * @return usable only without errors
     */
    public static Parsed<Values> gather(String file, List<Parameter> parameters, Request request, Asker asker)
            throws InterruptedException {
        GatherValues gather = new GatherValues(file, parameters, request);
        gather.readAll();
        boolean failed = gather.problems.stream().anyMatch(Diagnostic::isError);
        Parsed<Values> values = Resolver.resolve(file, parameters, gather.given, failed ? Asker.NOBODY : asker);
        List<Diagnostic> all = new ArrayList<>(gather.problems);
        // What could not be read is not missing as well.
        values.diagnostics().stream().filter(d -> !failed || !isMissing(d)).forEach(all::add);
        return new Parsed<>(values.value(), all);
    }

    private static boolean isMissing(Diagnostic problem) {
        return problem.code() == ValueCode.MISSING_VALUE || problem.code() == ValueCode.MISSING_SECRET;
    }

    private void readAll() throws InterruptedException {
        for (String param : request.params()) {
            assignment("--param", "NAME=VALUE", param)
                    .ifPresent(a -> give(a.name(), a.value(), Source.ARGUMENT, "--param"));
        }
        request.paramsFile().ifPresent(this::readParams);
        request.environment().forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE)) {
                give(variable.substring(VARIABLE.length()), value, Source.ENVIRONMENT, variable);
            }
        });
        Set<String> known = given.stream().map(GivenValue::name).collect(Collectors.toCollection(HashSet::new));
        SecretSource source = new SecretSource(request.folder(), top);
        for (String file : request.secretFiles()) {
            Optional<Assignment> parts = assignment("--secret-file", "NAME=FILE", file);
            if (parts.isPresent() && isWanted(parts.get(), known, "--secret-file")) {
                take(
                        parts.get().name(),
                        source.file(parts.get().name(), parts.get().value()),
                        "--secret-file");
            }
        }
        for (String command : request.secretCommands()) {
            Optional<Assignment> parts = assignment("--secret-command", "NAME=COMMAND", command);
            if (parts.isPresent() && isWanted(parts.get(), known, "--secret-command")) {
                take(
                        parts.get().name(),
                        source.command(parts.get().name(), parts.get().value()),
                        "--secret-command");
            }
        }
    }

    private void readParams(String name) {
        Path path = request.folder().resolve(name);
        Parsed<List<GivenValue>> read = ParamsFile.read(path, name);
        given.addAll(read.value());
        problems.addAll(read.diagnostics());
        if (SecretSource.isExposed(path)) {
            read.value().stream()
                    .filter(v -> secrets.contains(v.name()))
                    .forEach(v -> problems.add(Diagnostic.of(
                            ValueCode.SECRET_FILE_EXPOSED, v.place().orElse(top), name, v.name())));
        }
    }

    /** Whether a secret has to be fetched: one that is not known is an error, one that a stronger source gives is not used. */
    private boolean isWanted(Assignment assignment, Set<String> known, String option) {
        if (!names.contains(assignment.name())) {
            give(assignment.name(), "", Source.SECRET_SOURCE, option);
            return false;
        }
        return !known.contains(assignment.name());
    }

    private void take(String name, Parsed<Optional<String>> read, String option) {
        problems.addAll(read.diagnostics());
        read.value().ifPresent(value -> give(name, value, Source.SECRET_SOURCE, option));
    }

    private void give(String name, String value, Source source, String from) {
        given.add(new GivenValue(name, value, source, from, Optional.empty()));
    }

    private Optional<Assignment> assignment(String option, String form, String argument) {
        int equals = argument.indexOf('=');
        if (equals <= 0) {
            problems.add(Diagnostic.of(ValueCode.BAD_ASSIGNMENT, top, option, form));
            return Optional.empty();
        }
        return Optional.of(new Assignment(argument.substring(0, equals), argument.substring(equals + 1)));
    }

    private record Assignment(String name, String value) {}
}
