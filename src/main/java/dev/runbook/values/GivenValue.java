package dev.runbook.values;

import dev.runbook.source.Span;
import java.util.Optional;

/**
 * A value that someone gave for a parameter.
 *
 * @param from where it comes from, as a person knows it: {@code --param}, a file's name, a variable
 * @param place where it stands, if in a file whose lines are known
 */
public record GivenValue(String name, String value, Source source, String from, Optional<Span> place) {
    /** By what way a value came, the strongest first. */
    public enum Source {
        ARGUMENT,
        PARAMS_FILE,
        ENVIRONMENT,
        SECRET_SOURCE
    }

    /** Never the value: this may end up in a log. */
    @Override
    public String toString() {
        return name + " from " + from;
    }
}
