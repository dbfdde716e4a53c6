package dev.runbook.match;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An author's regular expression, which may take exponential time or a deep stack: both are bounded, for one line and for
 * all lines and expressions of a comparison together, and what goes beyond counts as not matching. {@code .} is any character, as only a newline ends a
 * line here.
 */
final class BoundedRegex {
    /** Characters looked at for one line, beside some for each of its own. */
    private static final long ONE_LINE = 2_000_000;

    private static final long PER_CHARACTER = 100;
    /** Characters looked at beyond what a linear pattern takes, for all lines together. */
    private static final long ALL_LINES = 60_000_000;

    private static final long LINEAR = 8;

    private final Pattern pattern;
    private final Allowance allowance;
    private boolean givenUp;

    private BoundedRegex(Pattern pattern, Allowance allowance) {
        this.pattern = pattern;
        this.allowance = allowance;
    }

    /** Empty for what is no regular expression, which the parser has reported. */
    static Optional<BoundedRegex> of(String regex, Allowance allowance) {
        try {
            return Optional.of(new BoundedRegex(Pattern.compile(regex, Pattern.UNIX_LINES), allowance));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the pattern is the whole text. */
    boolean matches(String text) {
        if (givenUp) {
            return false;
        }
        long limit = Math.min(allowance.left + LINEAR * text.length(), ONE_LINE + PER_CHARACTER * text.length());
        Counted counted = new Counted(text, 0, text.length(), new Budget(limit));
        try {
            boolean matches = pattern.matcher(counted).matches();
            allowance.spend(counted.budget.used - LINEAR * text.length());
            return matches;
        } catch (TooSlow | StackOverflowError e) {
            allowance.spend(counted.budget.used - LINEAR * text.length());
            givenUp = allowance.left == 0;
            return false;
        }
    }

    /** What all expressions of one comparison may still spend beyond what linear ones take. */
    static final class Allowance {
        private long left = ALL_LINES;

        private void spend(long characters) {
            left = Math.max(0, left - Math.max(0, characters));
        }
    }

    private static final class Budget {
        private final long limit;
        private long used;

        Budget(long limit) {
            this.limit = limit;
        }

        void spend() {
            if (++used > limit) {
                throw new TooSlow();
            }
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private final int from;
        private final int to;
        private final Budget budget;

        Counted(String text, int from, int to, Budget budget) {
            this.text = text;
            this.from = from;
            this.to = to;
            this.budget = budget;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, budget);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super(null, null, false, false);
        }
    }
}
