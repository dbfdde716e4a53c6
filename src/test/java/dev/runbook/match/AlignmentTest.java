package dev.runbook.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.match.Alignment.Entry;
import dev.runbook.match.Alignment.Kind;
import dev.runbook.model.Expectation;
import dev.runbook.model.Expectation.Line;
import dev.runbook.outcome.Output;
import dev.runbook.testing.Expectations;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The alignment against one that tries everything. */
class AlignmentTest {
    private static final List<String> EXPECTED =
            List.of("a", "b", "c", "...", "a (?)", "b (*)", "[ab] (re+)", "? (glob*)", "c (+)", "b (?)");

    @Test
    void agreesWithTryingEverything() {
        Random random = new Random(7);
        int held = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder expected = new StringBuilder();
            for (int n = random.nextInt(5); n > 0; n--) {
                expected.append(EXPECTED.get(random.nextInt(EXPECTED.size()))).append('\n');
            }
            StringBuilder written = new StringBuilder();
            for (int n = random.nextInt(6); n > 0; n--) {
                written.append("abcd".charAt(random.nextInt(4))).append('\n');
            }
            Expectation expectation = Expectations.of(expected.toString());
            Output output = Output.of(written.toString());
            Alignment alignment = Alignment.of(expectation, output);
            List<String> lines = written.toString().lines().toList();
            Everything everything = new Everything(expectation.lines(), lines);
            String both = expected + "---\n" + written;
            assertEquals(everything.holds(0, 0, 0), alignment.holds(), both);
            if (alignment.holds()) {
                held++;
            } else {
                checkOrder(alignment, expectation.lines().size(), lines.size(), both);
                assertEquals(everything.most(0, 0, false), explicit(alignment), both);
            }
        }
        assertTrue(held > 300 && held < 2700, "held: " + held);
    }

    private static long explicit(Alignment alignment) {
        return alignment.entries().stream()
                .filter(e -> e.kind() == Kind.MATCHED)
                .filter(e -> alignment.expected(e).kind() != Expectation.Kind.ANY_LINES)
                .count();
    }

    /** Each line of both has its place, in order. */
    private static void checkOrder(Alignment alignment, int expected, int written, String both) {
        int nextExpected = -1;
        int nextWritten = 0;
        for (Entry entry : alignment.entries()) {
            if (entry.kind() == Kind.MATCHED || entry.kind() == Kind.UNEXPECTED) {
                assertEquals(nextWritten++, entry.written(), both);
            }
            if (entry.kind() != Kind.UNEXPECTED) {
                int again = entry.kind() == Kind.MATCHED ? nextExpected : -2;
                assertTrue(entry.expected() == nextExpected + 1 || entry.expected() == again, both);
                nextExpected = entry.expected();
            }
        }
        assertEquals(written, nextWritten, both);
        assertEquals(expected - 1, nextExpected, both);
    }

    /** Exponential, and plain. */
    private record Everything(List<Line> expected, List<String> written) {
        private boolean matches(int line, int at) {
            Line wanted = expected.get(line);
            String text = written.get(at);
            return switch (wanted.kind()) {
                case ANY_LINES -> true;
                case RE -> text.matches(wanted.text());
                case GLOB -> text.length() == 1;
                default -> text.equals(wanted.text());
            };
        }

        boolean holds(int line, int count, int at) {
            if (line == expected.size()) {
                return at == written.size();
            }
            boolean more = count < expected.get(line).quantifier().max()
                    && at < written.size()
                    && matches(line, at)
                    && holds(line, count + 1, at + 1);
            return more || (count >= expected.get(line).quantifier().min() && holds(line + 1, 0, at));
        }

        /** How many lines match at most, others than by {@code ...}, whatever is missing or too much. */
        long most(int line, int at, boolean again) {
            if (line == expected.size() || at == written.size()) {
                return 0;
            }
            long best = Math.max(most(line + 1, at, false), most(line, at + 1, again));
            Line wanted = expected.get(line);
            if (matches(line, at) && wanted.kind() != Expectation.Kind.ANY_LINES) {
                boolean repeats = wanted.quantifier().max() > 1;
                best = Math.max(best, 1 + (repeats ? most(line, at + 1, true) : most(line + 1, at + 1, false)));
            }
            return best;
        }
    }

    @Test
    void longOutputsAndHostilePatternsEnd() {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            written.append("line ").append(i % 7).append('\n');
        }
        Output output = Output.of(written.toString());
        String wild = "...\nline * (glob*)\n".repeat(20);
        assertTrue(Alignment.of(Expectations.of(wild), output).holds());
        Alignment failing = Alignment.of(Expectations.of(wild + "end\n"), output);
        assertEquals(
                20_000, failing.entries().stream().filter(e -> e.written() >= 0).count());
        assertTrue(Alignment.of(Expectations.of("line . (re?)\n".repeat(60) + "...\n"), output)
                .holds());
    }

    @Test
    void slowAndDeepRegularExpressionsDoNotMatch() {
        String a = "a".repeat(200_000);
        // Exponential, and one stack frame a character.
        assertTrue(Alignment.of(Expectations.of("(a|b)*c (re)\n...\n"), Output.of("x\n"))
                        .entries()
                        .size()
                > 0);
        for (String regex : List.of("(a+)+b", "(a|aa)*b", "((a*)*)*b", "(?:a|b|x)*")) {
            String lines = (a.substring(0, 40) + "!\n").repeat(500) + a + "!\n";
            Alignment alignment = Alignment.of(Expectations.of(regex + " (re+)\n"), Output.of(lines));
            assertEquals(
                    501,
                    alignment.entries().stream()
                            .filter(e -> e.kind() == Kind.UNEXPECTED)
                            .count(),
                    regex);
        }
        assertTrue(Alignment.of(Expectations.of("a*! (re)\n"), Output.of(a + "!\n"))
                .holds());
        String glob = "*a".repeat(30) + "b (glob)\n";
        assertEquals(
                false, Alignment.of(Expectations.of(glob), Output.of(a + "\n")).holds());
    }
}
