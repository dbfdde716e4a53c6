package dev.runbook.exec;

import dev.runbook.model.ConsoleCommand;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A console session that a person has just edited: its commands, and no expectations, which were those of another text. */
final class ConsoleText {
    private ConsoleText() {}

    /** The commands at prompts; lines that are neither prompt nor continuation are output, and are left out. */
    static List<ConsoleCommand> commands(String code, Span span) {
        List<ConsoleCommand> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        boolean root = false;
        boolean open = false;
        for (String line : code.split("\n", -1)) {
            boolean prompt = line.startsWith("# ") || line.startsWith("$ ");
            if (prompt && command.length() > 0) {
                commands.add(new ConsoleCommand(root, command.toString(), span, Optional.empty()));
                command.setLength(0);
            }
            if (prompt) {
                root = line.startsWith("#");
                command.append(line.substring(2));
            } else if (open && line.startsWith("> ")) {
                command.append('\n').append(line.substring(2));
            }
            open = prompt || (open && line.startsWith("> "));
        }
        if (command.length() > 0) {
            commands.add(new ConsoleCommand(root, command.toString(), span, Optional.empty()));
        }
        return commands;
    }
}
