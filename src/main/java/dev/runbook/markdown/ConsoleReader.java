package dev.runbook.markdown;

import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a terminal session as it is pasted into its commands and what they print. */
final class ConsoleReader {
    private final Problems problems;
    private final ExpectationReader expectations;

    ConsoleReader(Problems problems) {
        this.problems = problems;
        this.expectations = new ExpectationReader(problems);
    }

    List<ConsoleCommand> read(List<SourceText> lines) {
        List<ConsoleCommand> commands = new ArrayList<>();
        int at = skipToPrompt(lines);
        while (at < lines.size()) {
            int output = at + 1;
            while (output < lines.size() && isContinuation(lines.get(output).text())) {
                output++;
            }
            int next = output;
            while (next < lines.size() && !isPrompt(lines.get(next).text())) {
                next++;
            }
            commands.add(command(lines.subList(at, output), lines.subList(output, next)));
            at = next;
        }
        return commands;
    }

    private int skipToPrompt(List<SourceText> lines) {
        int at = 0;
        while (at < lines.size() && !isPrompt(lines.get(at).text())) {
            at++;
        }
        if (at > 0) {
            problems.add(
                    MarkdownCode.TEXT_BEFORE_PROMPT,
                    lines.get(0).start(),
                    lines.get(at - 1).end());
        }
        return at;
    }

    private ConsoleCommand command(List<SourceText> typed, List<SourceText> printed) {
        SourceText first = typed.get(0);
        StringBuilder command = new StringBuilder();
        for (SourceText line : typed) {
            if (command.length() > 0 || line.start() > first.start()) {
                command.append('\n');
            }
            command.append(line.text().substring(Math.min(2, line.text().length())));
        }
        if (command.toString().isBlank()) {
            problems.add(MarkdownCode.EMPTY_COMMAND, first.start(), first.end());
        }
        Optional<Expectation> expectation = printed.isEmpty()
                ? Optional.empty()
                : Optional.of(expectations.read(printed, first.end(), Expectation.Stream.BOTH));
        int end = typed.get(typed.size() - 1).end();
        return new ConsoleCommand(
                first.text().startsWith("#"),
                command.toString(),
                problems.file().span(first.start(), end),
                expectation);
    }

    private static boolean isPrompt(String line) {
        return line.startsWith("# ") || line.startsWith("$ ") || line.equals("#") || line.equals("$");
    }

    private static boolean isContinuation(String line) {
        return line.startsWith("> ") || line.equals(">");
    }
}
