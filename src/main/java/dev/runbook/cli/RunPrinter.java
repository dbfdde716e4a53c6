package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.record.RecordedEvent;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RecordedStep;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunStory;
import dev.runbook.record.StepRun;
import java.util.List;
import java.util.Map;

/** A recorded run as text for a terminal, in the order in which it happened. */
final class RunPrinter implements RunStory.Teller {
    /** Of each step, so many lines of what it wrote: the last ones, where an error is. */
    private static final int SHOWN_LINES = 20;

    private static final String INDENT = "          ";

    private final Invocation invocation;
    private final Style style;
    private final Times times;
    private final boolean full;
    private final StringBuilder out = new StringBuilder();

    private RunPrinter(Invocation invocation) {
        this.invocation = invocation;
        this.style = invocation.style();
        this.times = Times.of(invocation.host());
        this.full = invocation.flag("--full");
    }

    static String print(Invocation invocation, RecordedRun run) {
        RunPrinter printer = new RunPrinter(invocation);
        String title = run.header().map(RunHeader::title).orElse("?");
        printer.out
                .append(printer.style.bold(Terminal.clean(title)))
                .append(printer.style.faint("  " + run.id()))
                .append('\n');
        printer.facts(RunFacts.of(invocation, run));
        printer.out.append('\n');
        RunStory.tell(run.events(), printer);
        return printer.out.toString();
    }

    private void facts(Map<String, String> facts) {
        int width = facts.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        facts.forEach((name, value) -> out.append("  ")
                .append(style.faint(Cells.left(name, width)))
                .append("  ")
                .append(oneLine(value))
                .append('\n'));
    }

    @Override
    public void step(StepRun run) {
        OutcomeText outcome = OutcomeText.of(invocation, run);
        out.append(style.faint(times.clock(run.at()))).append("  ");
        out.append(name(run.step())).append("  ");
        out.append(outcome.good() ? style.green(outcome.word()) : style.red(outcome.word()));
        OutcomeText.effort(invocation, run).ifPresent(effort -> out.append("  ").append(style.faint(effort)));
        out.append('\n');
        if (run.edited()) {
            lines(style.yellow(invocation.text("runs.edited")), List.of());
            run.code()
                    .ifPresent(code ->
                            lines("", code.lines().map(line -> "$ " + line).toList()));
        }
        written(run);
        outcome.details().forEach(line -> lines("", List.of(line)));
    }

    private void written(StepRun run) {
        String ending = run.ending().text();
        if (full || ending.isEmpty()) {
            last(run.written().text());
        }
        if (run.cut()) {
            lines(style.faint(invocation.text("runs.cut")), List.of());
            last(ending);
        }
    }

    private void last(String text) {
        List<String> lines = text.lines().toList();
        int first = full ? 0 : Math.max(0, lines.size() - SHOWN_LINES);
        if (first > 0) {
            lines(style.faint(invocation.text("runs.earlier", first)), List.of());
        }
        lines(
                "",
                lines.subList(first, lines.size()).stream()
                        .map(line -> "| " + line)
                        .toList());
    }

    /** A line that is styled already, where there is one, and others as they are. */
    private void lines(String styled, List<String> lines) {
        if (!styled.isEmpty()) {
            out.append(INDENT).append(styled).append('\n');
        }
        lines.forEach(line -> out.append(INDENT).append(Terminal.clean(line)).append('\n'));
    }

    @Override
    public void event(RecordedEvent event) {
        event.accept(new EventText(invocation)).forEach((line, lines) -> {
            out.append(style.faint(times.clock(event.at()))).append("  ").append(style.cyan(oneLine(line)));
            out.append('\n');
            lines("", lines);
        });
    }

    private static String name(RecordedStep step) {
        return step.number() + ". " + Terminal.clean(step.id().name());
    }

    private static String oneLine(String text) {
        return Terminal.clean(text).replace("\n", "\\n");
    }
}
