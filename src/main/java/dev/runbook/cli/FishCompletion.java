package dev.runbook.cli;

import dev.runbook.cli.CompletionNode.Option;
import dev.runbook.cli.CompletionNode.Values;
import dev.runbook.cli.CompletionNode.Word;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for fish. */
final class FishCompletion {
    private static final String HEAD = """
            # Completion of runbook for fish: runbook completion fish | source
            function __runbook_at
              set -l path
              for word in (commandline -opc)[2..-1]
                if contains -- "$path $word" %s
                  set path "$path $word"
                end
              end
              test "$path" = "$argv[1]"
            end

            function __runbook_ids
              set -l tokens (commandline -opc)
              set -l handbook
              if set -l at (contains -i -- --handbook $tokens)
                set handbook --handbook $tokens[(math $at + 1)]
              end
              $tokens[1] list --format ids $handbook 2>/dev/null
            end

            function __runbook_runs
              set -l tokens (commandline -opc)
              $tokens[1] runs --format ids 2>/dev/null
            end

            complete -c runbook -f
            """;

    private FishCompletion() {}

    static String script(List<CompletionNode> nodes) {
        String paths = nodes.stream()
                .filter(n -> !n.path().isEmpty())
                .map(n -> quoted(" " + n.path()))
                .collect(Collectors.joining(" "));
        StringBuilder out = new StringBuilder(HEAD.replace("%s", paths));
        for (CompletionNode node : nodes) {
            String at = "complete -c runbook -n "
                    + quoted("__runbook_at " + quoted(node.path().isEmpty() ? "" : " " + node.path()));
            for (Word word : node.commands()) {
                out.append(at).append(" -a ").append(word.name());
                out.append(" -d ").append(quoted(word.description())).append('\n');
            }
            for (Option option : node.options()) {
                out.append(at);
                option.names()
                        .forEach(n ->
                                out.append(n.startsWith("--") ? " -l " : " -s ").append(n.replaceFirst("^-+", "")));
                out.append(option(option.values()));
                out.append(" -d ").append(quoted(option.description())).append('\n');
            }
            if (node.commands().isEmpty() && node.argument().kind() != CompletionNode.Kind.NOTHING) {
                out.append(at).append(argument(node.argument())).append('\n');
            }
        }
        return out.toString();
    }

    private static String option(Values values) {
        return switch (values.kind()) {
            case NOTHING -> "";
            case ANYTHING -> " -x";
            case FILE -> " -r -F";
            default -> " -x" + argument(values);
        };
    }

    private static String argument(Values values) {
        return switch (values.kind()) {
            case NOTHING, ANYTHING -> "";
            case FOLDER -> " -a '(__fish_complete_directories)'";
            case FILE -> " -F";
            case RUNBOOK -> " -a '(__runbook_ids)'";
            case RUN -> " -a '(__runbook_runs)'";
            case WORDS -> " -a " + quoted(String.join(" ", values.words()));
        };
    }

    /** In fish's single quotes, a backslash and a quote are escaped. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
