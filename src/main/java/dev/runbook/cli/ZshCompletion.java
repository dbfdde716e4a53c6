package dev.runbook.cli;

import dev.runbook.cli.CompletionNode.Option;
import dev.runbook.cli.CompletionNode.Values;
import dev.runbook.cli.CompletionNode.Word;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion script for zsh. */
final class ZshCompletion {
    private static final String HEAD = """
            #compdef runbook
            # Completion of runbook for zsh: source <(runbook completion zsh)
            _runbook_ids() {
              local -a ids
              ids=("${(@f)$("${words[1]}" list --format ids $handbook 2>/dev/null)}")
              compadd -- $ids
            }

            _runbook_runs() {
              local -a ids
              ids=("${(@f)$("${words[1]}" runs --format ids 2>/dev/null)}")
              compadd -- $ids
            }

            _runbook() {
              local cmd='' i
              local -a handbook entries
              for ((i = 2; i < CURRENT; i++)); do
                [[ ${words[i]} == --handbook ]] && handbook=(--handbook "${words[i+1]}")
                [[ ${words[i]} == --handbook=* ]] && handbook=("${words[i]}")
                case "$cmd ${words[i]}" in
            """;

    private ZshCompletion() {}

    static String script(List<CompletionNode> nodes) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("      ").append(ShellText.paths(nodes)).append(") cmd+=\" ${words[i]}\" ;;\n");
        out.append("    esac\n  done\n  case \"$cmd ${words[CURRENT-1]}\" in\n");
        ShellText.optionValues(nodes)
                .forEach((key, values) -> out.append("    ")
                        .append(ShellText.quoted((key.startsWith(" ") ? "" : " ") + key))
                        .append(") ")
                        .append(reply(values))
                        .append("; return ;;\n"));
        out.append("  esac\n  case $cmd in\n");
        for (CompletionNode node : nodes) {
            out.append("    ").append(node.path().isEmpty() ? "''" : ShellText.quoted(" " + node.path()));
            out.append(")\n      if [[ $PREFIX == -* ]]; then\n        entries=(");
            out.append(entries(options(node))).append(")\n        _describe option entries\n");
            out.append("      else\n        ").append(arguments(node)).append("\n      fi ;;\n");
        }
        return out.append("  esac\n}\n\n")
                .append("if [[ $funcstack[1] == _runbook ]]; then _runbook \"$@\"; else compdef _runbook runbook; fi\n")
                .toString();
    }

    private static Stream<Word> options(CompletionNode node) {
        return node.options().stream().map(o -> new Word(longest(o), o.description()));
    }

    private static String longest(Option option) {
        return option.names().stream()
                .filter(n -> n.startsWith("--"))
                .findFirst()
                .orElse(option.names().get(0));
    }

    private static String entries(Stream<Word> words) {
        return words.map(w -> ShellText.quoted(w.name().replace(":", "\\:") + ":" + w.description()))
                .collect(Collectors.joining(" "));
    }

    private static String arguments(CompletionNode node) {
        return node.commands().isEmpty()
                ? reply(node.argument())
                : "entries=(" + entries(node.commands().stream()) + ")\n        _describe command entries";
    }

    private static String reply(Values values) {
        return switch (values.kind()) {
            case NOTHING, ANYTHING -> ":";
            case FOLDER -> "_directories";
            case FILE -> "_files";
            case RUNBOOK -> "_runbook_ids";
            case RUN -> "_runbook_runs";
            case WORDS -> "compadd -- " + String.join(" ", values.words());
        };
    }
}
