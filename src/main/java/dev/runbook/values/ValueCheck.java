package dev.runbook.values;

import dev.runbook.model.Parameter;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a parameter may have a value. */
final class ValueCheck {
    /** Characters looked at, beside some for each of the value's; more is a pattern that goes back and forth without end. */
    private static final long MAX_STEPS = 5_000_000;

    private static final int STEPS_PER_CHARACTER = 50;

    private ValueCheck() {}

    /**
     * What is wrong with a value; never the value itself, which may be a secret.
     *
     * @param from where it comes from
     */
    static Optional<Diagnostic> problem(Parameter parameter, String value, String from, Span place) {
        if (value.indexOf('\0') >= 0) {
            return Optional.of(Diagnostic.of(ValueCode.VALUE_WITH_NUL, place, parameter.name(), from));
        }
        return parameter.pattern().flatMap(pattern -> {
            try {
                CharSequence counted =
                        new Counted(value, new Steps(MAX_STEPS + (long) STEPS_PER_CHARACTER * value.length()));
                boolean matches = Pattern.compile(pattern).matcher(counted).matches();
                return matches
                        ? Optional.empty()
                        : Optional.of(
                                Diagnostic.of(ValueCode.VALUE_AGAINST_PATTERN, place, parameter.name(), pattern, from));
            } catch (TooManySteps | StackOverflowError e) {
                // Java's matcher calls itself once for each repetition of a group.
                return Optional.of(Diagnostic.of(ValueCode.PATTERN_TOO_COSTLY, place, parameter.name(), pattern, from));
            }
        });
    }

    /** A text that can be looked at so many times only. */
    private record Counted(String text, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.take();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** How many looks are left. */
    private static final class Steps {
        private long left;

        Steps(long left) {
            this.left = left;
        }

        void take() {
            if (--left < 0) {
                throw new TooManySteps();
            }
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
