package dev.runbook.match;

import dev.runbook.model.Expectation;
import dev.runbook.outcome.Output;
import java.util.List;

/** Which lines of an output answer which lines of an expectation, each in its order. */
final class Alignment {
    private final List<Expectation.Line> expected;
    private final OutputLines written;
    private final boolean holds;
    private final List<Entry> entries;

    private Alignment(List<Expectation.Line> expected, OutputLines written, boolean holds, List<Entry> entries) {
        this.expected = expected;
        this.written = written;
        this.holds = holds;
        this.entries = List.copyOf(entries);
    }

    /** What an entry says. */
    enum Kind {
        /** Written as expected. */
        MATCHED,
        /** Expected, and not written. */
        MISSING,
        /** Written, and not expected. */
        UNEXPECTED,
        /** May be written, and is not. */
        UNUSED
    }

    /**
     * One line.
     *
     * @param expected index of the expected line; -1 where there is none
     * @param written index of the written line; -1 where there is none
     */
    record Entry(Kind kind, int expected, int written) {}

    /**
     * The alignment in which most lines of the output match a line other than {@code ...}, and of those the one with the
     * fewest differences. Where the output is as expected, it is not looked for, and there are no entries.
     */
    static Alignment of(Expectation expectation, Output output) {
        OutputLines written = new OutputLines(output);
        MatchTable table = new MatchTable(expectation.lines(), written);
        boolean holds = table.holds();
        return new Alignment(expectation.lines(), written, holds, holds ? List.of() : new Aligner(table).entries());
    }

    boolean holds() {
        return holds;
    }

    List<Entry> entries() {
        return entries;
    }

    Expectation.Line expected(Entry entry) {
        return expected.get(entry.expected());
    }

    OutputLines written() {
        return written;
    }
}
