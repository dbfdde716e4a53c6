package dev.runbook.cli;

import dev.runbook.cli.CompletionNode.Kind;
import dev.runbook.cli.CompletionNode.Option;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the completion scripts of all shells have in common. */
final class ShellText {
    private ShellText() {}

    /** A text in single quotes, as bash and zsh read it. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The command lines that lead to a node further down: {@code ' check' | ' new runbook'}. */
    static String paths(List<CompletionNode> nodes) {
        return nodes.stream()
                .filter(n -> !n.path().isEmpty())
                .map(n -> quoted(" " + n.path()))
                .collect(Collectors.joining(" | "));
    }

    /** The options that take a value, by what they take: {@code --lang} → (ja, en). */
    static SortedMap<String, CompletionNode.Values> optionValues(List<CompletionNode> nodes) {
        SortedMap<String, CompletionNode.Values> values = new TreeMap<>();
        for (CompletionNode node : nodes) {
            for (Option option : node.options()) {
                if (option.values().kind() != Kind.NOTHING) {
                    // Several commands may have an option of one name with other values: all are keyed by command.
                    option.names().forEach(name -> values.put(node.path() + " " + name, option.values()));
                }
            }
        }
        return values;
    }
}
