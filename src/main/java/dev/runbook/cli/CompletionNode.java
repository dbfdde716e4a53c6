package dev.runbook.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell may offer after a command's name, made of the commands' own descriptions: nothing is written twice.
 *
 * @param path the names that lead here, as in {@code new runbook}; empty for {@code runbook} itself
 * @param commands names and descriptions of the commands below
 * @param argument what may stand as an argument
 */
record CompletionNode(String path, List<Word> commands, List<Option> options, Values argument) {
    /** Something to choose, and what it means. */
    record Word(String name, String description) {}

    /** An option. */
    record Option(List<String> names, String description, Values values) {}

    /** What an option or argument takes. */
    enum Kind {
        NOTHING,
        WORDS,
        FOLDER,
        FILE,
        RUNBOOK,
        RUN,
        ANYTHING
    }

    /**
     * What can be offered.
     *
     * @param words of {@link Kind#WORDS}
     */
    record Values(Kind kind, List<String> words) {
        static final Values NOTHING = new Values(Kind.NOTHING, List.of());
    }

    /** The command and all below it. */
    static List<CompletionNode> of(CommandSpec root) {
        List<CompletionNode> nodes = new ArrayList<>();
        add(nodes, root, "");
        return nodes;
    }

    /** {@code ja en}: the words of all commands below. */
    List<String> commandNames() {
        return commands.stream().map(Word::name).toList();
    }

    private static void add(List<CompletionNode> nodes, CommandSpec spec, String path) {
        List<Word> commands = spec.subcommands().entrySet().stream()
                .map(e -> new Word(e.getKey(), description(e.getValue())))
                .toList();
        List<Option> options = spec.options().stream()
                .map(o -> new Option(List.of(o.names()), text(o.description()), optionValues(o)))
                .toList();
        Values argument = spec.positionalParameters().isEmpty()
                ? Values.NOTHING
                : values(spec.positionalParameters().get(0));
        nodes.add(new CompletionNode(path, commands, options, argument));
        spec.subcommands()
                .forEach(
                        (name, below) -> add(nodes, below.getCommandSpec(), path.isEmpty() ? name : path + " " + name));
    }

    private static String description(CommandLine command) {
        return text(command.getCommandSpec().usageMessage().description());
    }

    /** The first sentence, as it was before the library's escapes. */
    private static String text(String[] description) {
        return String.join(" ", description)
                .replace("%%", "%")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Values optionValues(OptionSpec option) {
        return option.arity().max() == 0 ? Values.NOTHING : values(option);
    }

    private static Values values(ArgSpec arg) {
        if (arg.completionCandidates() != null) {
            List<String> words = StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                    .toList();
            return new Values(Kind.WORDS, words);
        }
        return new Values(
                switch (arg.paramLabel()) {
                    case "DIR" -> Kind.FOLDER;
                    case "FILE", "MEMO" -> Kind.FILE;
                    case "ID" -> Kind.RUNBOOK;
                    case "RUN" -> Kind.RUN;
                    default -> Kind.ANYTHING;
                },
                List.of());
    }
}
