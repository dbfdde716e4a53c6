package dev.runbook.values;

import dev.runbook.model.Parameter;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import dev.runbook.values.GivenValue.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on the value of each parameter of a runbook. */
public final class Resolver {
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Span top;
    private final List<Diagnostic> problems = new ArrayList<>();

    private Resolver(String file, List<Parameter> parameters) {
        parameters.forEach(p -> this.parameters.put(p.name(), p));
        this.top = Span.startOf(file);
    }

    /**
     * The value of each parameter: from the strongest source that gives one, the last where one source gives several; else
     * its default; else asked for, if nothing else is wrong, until the answer holds or there is none.
     *
     * @param file the runbook's, for what concerns no parameter
     * @return usable only without errors
     */
    public static Parsed<Values> resolve(String file, List<Parameter> parameters, List<GivenValue> given, Asker asker) {
        Resolver resolver = new Resolver(file, parameters);
        Map<String, String> values = resolver.all(given, asker);
        Set<String> secrets = parameters.stream()
                .filter(Parameter::secret)
                .map(Parameter::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Parsed<>(new Values(values, secrets), resolver.problems);
    }

    private Map<String, String> all(List<GivenValue> given, Asker asker) {
        given.forEach(this::checkKnown);
        Map<String, String> values = new LinkedHashMap<>();
        List<Parameter> open = new ArrayList<>();
        for (Parameter parameter : parameters.values()) {
            Optional<GivenValue> chosen = strongest(parameter.name(), given);
            if (chosen.isPresent()) {
                GivenValue value = chosen.get();
                Span place = value.place().orElse(parameter.span());
                if (parameter.secret() && value.source() == Source.ARGUMENT) {
                    problems.add(Diagnostic.of(ValueCode.SECRET_AS_ARGUMENT, place, parameter.name()));
                } else {
                    ValueCheck.problem(parameter, value.value(), value.from(), place)
                            .ifPresent(problems::add);
                }
                values.put(parameter.name(), value.value());
            } else if (parameter.defaultValue().isPresent()) {
                String value = parameter.defaultValue().get();
                ValueCheck.problem(parameter, value, "default:", parameter.span())
                        .ifPresent(problems::add);
                values.put(parameter.name(), value);
            } else {
                open.add(parameter);
            }
        }
        // Nobody likes to type ten answers and then read that an option was misspelt.
        boolean asking = problems.stream().noneMatch(Diagnostic::isError);
        for (Parameter parameter : open) {
            Optional<String> answer = asking ? answer(parameter, asker) : Optional.empty();
            answer.ifPresentOrElse(value -> values.put(parameter.name(), value), () -> addMissing(parameter));
        }
        return ordered(values);
    }

    private void checkKnown(GivenValue value) {
        if (parameters.containsKey(value.name())) {
            return;
        }
        Span place = value.place().orElse(top);
        String near = Suggestions.offer(value.name(), parameters.keySet());
        if (value.source() == Source.ENVIRONMENT) {
            if (!parameters.isEmpty()) {
                problems.add(Diagnostic.of(ValueCode.UNKNOWN_VARIABLE, place, value.name(), near));
            }
        } else if (parameters.isEmpty()) {
            problems.add(Diagnostic.of(ValueCode.NO_PARAMETERS, place, value.name()));
        } else {
            problems.add(Diagnostic.of(ValueCode.UNKNOWN_VALUE, place, value.name(), near));
        }
    }

    private static Optional<GivenValue> strongest(String name, List<GivenValue> given) {
        return given.stream()
                .filter(value -> value.name().equals(name))
                .min(Comparator.comparing(GivenValue::source))
                .map(GivenValue::source)
                .flatMap(source -> given.stream()
                        .filter(value -> value.name().equals(name) && value.source() == source)
                        .reduce((first, last) -> last));
    }

    private static Optional<String> answer(Parameter parameter, Asker asker) {
        Optional<Diagnostic> refused = Optional.empty();
        while (true) {
            Optional<String> answer = asker.ask(parameter, refused);
            if (answer.isEmpty()) {
                return answer;
            }
            refused = ValueCheck.problem(parameter, answer.get(), "?", parameter.span());
            if (refused.isEmpty()) {
                return answer;
            }
        }
    }

    private void addMissing(Parameter parameter) {
        ValueCode code = parameter.secret() ? ValueCode.MISSING_SECRET : ValueCode.MISSING_VALUE;
        problems.add(Diagnostic.of(code, parameter.span(), parameter.name()));
    }

    /** In the order of the front matter. */
    private Map<String, String> ordered(Map<String, String> values) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : parameters.keySet()) {
            String value = values.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        return ordered;
    }
}
