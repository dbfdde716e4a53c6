package dev.runbook.markdown;

import dev.runbook.model.Located;
import dev.runbook.model.Parameter;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code params:} of a page's front matter. */
final class ParameterReader {
    static final List<String> KEYS = List.of("label", "default", "pattern", "secret");
    private final YamlSource source;

    ParameterReader(YamlSource source) {
        this.source = source;
    }

    List<Parameter> read(YamlMap params) {
        List<Parameter> parameters = new ArrayList<>();
        params.keys()
                .forEach((name, span) -> params.map(name).ifPresent(map -> {
                    checkName(name, span);
                    parameters.add(parameter(name, span, map));
                }));
        return parameters;
    }

    private void checkName(String name, Span span) {
        if (!ParameterNames.isValid(name)) {
            source.problems().add(MarkdownCode.BAD_PARAMETER_NAME, span, name);
        } else if (ParameterNames.isReserved(name)) {
            source.problems().add(MarkdownCode.RESERVED_PARAMETER_NAME, span, name);
        }
    }

    private Parameter parameter(String name, Span span, YamlMap map) {
        map.checkKeys(KEYS);
        Optional<Located<String>> value = map.text("default");
        Optional<Located<String>> pattern = map.text("pattern");
        boolean secret = map.flag("secret");
        if (secret && value.isPresent()) {
            source.problems().add(MarkdownCode.SECRET_WITH_DEFAULT, value.get().span(), name);
        }
        Optional<Pattern> compiled = pattern.flatMap(this::compile);
        if (compiled.isPresent()
                && value.isPresent()
                && !compiled.get().matcher(value.get().value()).matches()) {
            Located<String> wrong = value.get();
            String expected = compiled.get().pattern();
            source.problems().add(MarkdownCode.DEFAULT_AGAINST_PATTERN, wrong.span(), wrong.value(), name, expected);
        }
        return new Parameter(
                name,
                map.text("label").map(Located::value),
                secret ? Optional.empty() : value.map(Located::value),
                compiled.map(Pattern::pattern),
                secret,
                span);
    }

    private Optional<Pattern> compile(Located<String> pattern) {
        try {
            return Optional.of(Pattern.compile(pattern.value()));
        } catch (PatternSyntaxException e) {
            source.problems().add(MarkdownCode.BAD_PATTERN, pattern.span(), pattern.value());
            return Optional.empty();
        }
    }
}
