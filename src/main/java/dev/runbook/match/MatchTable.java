package dev.runbook.match;

import dev.runbook.model.Expectation;
import dev.runbook.model.Expectation.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which line of an output is as which line of an expectation says; each pair is compared at most once, when asked for. */
final class MatchTable {
    private final List<Expectation.Line> expected;
    private final List<LinePattern> patterns = new ArrayList<>();
    private final List<BitSet> known = new ArrayList<>();
    private final List<BitSet> matching = new ArrayList<>();
    private final OutputLines written;

    MatchTable(List<Expectation.Line> expected, OutputLines written) {
        this.expected = expected;
        this.written = written;
        BoundedRegex.Allowance allowance = new BoundedRegex.Allowance();
        for (Expectation.Line line : expected) {
            patterns.add(LinePattern.of(line, allowance));
            known.add(new BitSet());
            matching.add(new BitSet());
        }
    }

    int expectedCount() {
        return expected.size();
    }

    int writtenCount() {
        return written.count();
    }

    boolean isAnyLines(int line) {
        return expected.get(line).kind() == Kind.ANY_LINES;
    }

    boolean isOptional(int line) {
        return isAnyLines(line) || expected.get(line).quantifier().min() == 0;
    }

    boolean mayRepeat(int line) {
        return isAnyLines(line) || expected.get(line).quantifier().max() > 1;
    }

    boolean matches(int line, int output) {
        if (isAnyLines(line)) {
            return true;
        }
        if (!known.get(line).get(output)) {
            known.get(line).set(output);
            matching.get(line).set(output, patterns.get(line).matches(written, output));
        }
        return matching.get(line).get(output);
    }

    /**
     * Whether the whole output is as expected: all places in the expectation at which one can be after each line are
     * followed at once, so that no choice is ever gone back on.
     */
    boolean holds() {
        boolean[] at = new boolean[expected.size() + 1];
        at[0] = true;
        skipOptional(at);
        for (int output = 0; output < written.count(); output++) {
            boolean[] next = new boolean[at.length];
            boolean any = false;
            for (int line = 0; line < expected.size(); line++) {
                if (at[line] && matches(line, output)) {
                    // A line that may repeat stays where it is: it has held already, so it may also be left.
                    next[line] |= mayRepeat(line);
                    next[line + 1] = true;
                    any = true;
                }
            }
            if (!any) {
                return false;
            }
            skipOptional(next);
            at = next;
        }
        return at[expected.size()];
    }

    private void skipOptional(boolean[] at) {
        for (int line = 0; line < expected.size(); line++) {
            at[line + 1] |= at[line] && isOptional(line);
        }
    }
}
