package dev.runbook.match;

import dev.runbook.match.Alignment.Entry;
import dev.runbook.model.Expectation;
import dev.runbook.outcome.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an expectation reads like once it is brought up to an output. */
public final class Rewrite {
    /**
     * One line of it.
     *
     * @param kept the line as its author wrote it, where it still holds
     * @param source the line's text, without newline
     */
    public record Line(Optional<Expectation.Line> kept, String source) {}

    private final Expectation expected;
    private final Alignment alignment;
    private final LineWriter writer;
    private final List<Line> lines = new ArrayList<>();

    private Rewrite(Expectation expected, Output actual, boolean session) {
        this.expected = expected;
        this.alignment = Alignment.of(expected, actual);
        this.writer = new LineWriter(session);
    }

    /**
     * The lines of the expectation, and behind them the exit status where one is needed. What still matches stays as its
     * author wrote it, and what is new is written so that it matches the output exactly; the part of an output that was
     * not kept becomes {@code ...}.
     *
     * @param exit of the command; empty where it is not known, then the expected one stays
     * @param usual the exit status that needs no {@code [N]}
     * @param session whether it stands in a console session, where nothing at all would allow any output
     */
    public static List<Line> of(Expectation expected, Output actual, OptionalInt exit, int usual, boolean session) {
        Rewrite rewrite = new Rewrite(expected, actual, session);
        rewrite.compared();
        OptionalInt status = rewrite.exitStatus(exit, usual, session && rewrite.lines.isEmpty());
        rewrite.readAsMeant(status.isPresent());
        status.ifPresent(s -> rewrite.lines.add(new Line(Optional.empty(), "[" + s + "]")));
        return List.copyOf(rewrite.lines);
    }

    /** An author's line may mean something else where it is the first or the last one now. */
    private void readAsMeant(boolean statusFollows) {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.get(0).kept().isPresent()
                && writer.isContinuation(lines.get(0).source())) {
            String source = LineWriter.besideCommand(lines.get(0).kept().get());
            lines.set(0, new Line(Optional.empty(), source));
        }
        int last = lines.size() - 1;
        String source = lines.get(last).source();
        if (!statusFollows && LineWriter.isExitStatus(source)) {
            lines.set(last, new Line(Optional.empty(), LineWriter.exitStatusAsText(source)));
        }
    }

    private OptionalInt exitStatus(OptionalInt exit, int usual, boolean needed) {
        OptionalInt wanted = expected.exitStatus();
        if (exit.isEmpty()) {
            return wanted.isEmpty() && needed ? OptionalInt.of(usual) : wanted;
        }
        boolean stays = exit.equals(wanted);
        return stays || needed || exit.getAsInt() != usual ? exit : OptionalInt.empty();
    }

    private void compared() {
        if (alignment.holds()) {
            expected.lines().forEach(this::keep);
            return;
        }
        int last = -1;
        boolean interrupted = false;
        for (Entry entry : alignment.entries()) {
            switch (entry.kind()) {
                case MATCHED -> {
                    // A line that may repeat, and was interrupted, is needed once more behind the interruption.
                    if (entry.expected() != last || interrupted) {
                        keep(alignment.expected(entry));
                    }
                    last = entry.expected();
                    interrupted = false;
                }
                case UNEXPECTED -> {
                    write(entry.written());
                    interrupted = true;
                }
                case UNUSED -> keep(alignment.expected(entry));
                case MISSING -> {}
            }
        }
    }

    private void keep(Expectation.Line line) {
        lines.add(new Line(Optional.of(line), line.source()));
    }

    private void write(int written) {
        lines.add(new Line(Optional.empty(), writer.write(alignment.written(), written)));
    }
}
