package dev.runbook.cli;

import dev.runbook.record.RecordedEvent;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunStory;
import dev.runbook.record.StepRun;
import java.util.regex.Pattern;

/** A recorded run as Markdown, to be attached to a ticket: what was written can neither end its block nor be markup. */
final class RunReport implements RunStory.Teller {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!]");
    private static final Pattern BACKTICKS = Pattern.compile("`{3,}");

    private final Invocation invocation;
    private final Times times;
    private final StringBuilder table = new StringBuilder();
    private final StringBuilder details = new StringBuilder();

    private RunReport(Invocation invocation) {
        this.invocation = invocation;
        this.times = Times.of(invocation.host());
    }

    static String markdown(Invocation invocation, RecordedRun run) {
        RunReport report = new RunReport(invocation);
        StringBuilder out = new StringBuilder("# ");
        out.append(text(run.header().map(RunHeader::title).orElse("?")));
        out.append("\n\n`").append(run.id()).append("`\n\n| | |\n|---|---|\n");
        RunFacts.of(invocation, run)
                .forEach((name, value) -> out.append("| ")
                        .append(text(name))
                        .append(" | ")
                        .append(text(value))
                        .append(" |\n"));
        RunStory.tell(run.events(), report);
        out.append("\n## ").append(invocation.text("runs.report.steps")).append("\n\n");
        out.append(invocation.text("runs.report.columns"))
                .append("\n|---|---|---|---|---|\n")
                .append(report.table);
        out.append("\n## ").append(invocation.text("runs.report.details")).append('\n');
        return out.append(report.details).toString();
    }

    @Override
    public void step(StepRun run) {
        OutcomeText outcome = OutcomeText.of(invocation, run);
        String name = text(run.step().number() + ". " + run.step().id().name());
        table.append("| ").append(times.clock(run.at())).append(" | ");
        table.append(name).append(" | ").append(text(run.step().section())).append(" | ");
        table.append(outcome.good() ? outcome.word() : "**" + outcome.word() + "**")
                .append(" | ");
        table.append(OutcomeText.effort(invocation, run).orElse("")).append(" |\n");

        details.append("\n### ").append(name).append("\n\n");
        details.append(times.clock(run.at())).append(' ').append(outcome.word()).append('\n');
        if (run.edited()) {
            details.append('\n').append(invocation.text("runs.edited")).append('\n');
        }
        run.code().ifPresent(this::fenced);
        if (!run.written().isEmpty()) {
            fenced(run.written().text());
        }
        if (run.cut()) {
            details.append('\n').append(invocation.text("runs.cut")).append('\n');
            fenced(run.ending().text());
        }
        if (!outcome.details().isEmpty()) {
            fenced(String.join("\n", outcome.details()));
        }
    }

    @Override
    public void event(RecordedEvent event) {
        event.accept(new EventText(invocation)).forEach((line, lines) -> {
            table.append("| ").append(times.clock(event.at())).append(" | ").append(text(line));
            table.append(" | | | |\n");
            details.append('\n')
                    .append(times.clock(event.at()))
                    .append(' ')
                    .append(text(line))
                    .append('\n');
            if (!lines.isEmpty()) {
                fenced(String.join("\n", lines));
            }
        });
    }

    private void fenced(String text) {
        String clean = Terminal.clean(text);
        int longest = BACKTICKS
                .matcher(clean)
                .results()
                .mapToInt(match -> match.group().length())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        details.append('\n').append(fence).append("text\n").append(clean);
        details.append(clean.endsWith("\n") ? "" : "\n").append(fence).append('\n');
    }

    private static String text(String text) {
        return MARKUP.matcher(Terminal.clean(text)).replaceAll("\\\\$0").replace("\n", " ");
    }
}
