package dev.runbook.cli;

import dev.runbook.cli.CompletionNode.Option;
import dev.runbook.cli.CompletionNode.Values;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for bash 4 and later. */
final class BashCompletion {
    private static final String HEAD = """
            # Completion of runbook for bash: source <(runbook completion bash)
            _runbook_ids() {
              "${COMP_WORDS[0]}" list --format ids "${handbook[@]}" 2>/dev/null
            }

            _runbook_runs() {
              "${COMP_WORDS[0]}" runs --format ids 2>/dev/null
            }

            _runbook() {
              local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' words='' i
              local -a handbook=()
              COMPREPLY=()
              # Bash cuts --option=value into three words.
              if [[ $current == '=' ]]; then current=''; elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
              for ((i = 1; i < COMP_CWORD; i++)); do
                if [[ ${COMP_WORDS[i]} == --handbook ]]; then
                  [[ ${COMP_WORDS[i+1]} == '=' ]] && handbook=(--handbook "${COMP_WORDS[i+2]}") || handbook=(--handbook "${COMP_WORDS[i+1]}")
                fi
                case "$command ${COMP_WORDS[i]}" in
            """;

    private BashCompletion() {}

    static String script(List<CompletionNode> nodes) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("      ").append(ShellText.paths(nodes)).append(") command+=\" ${COMP_WORDS[i]}\" ;;\n");
        out.append("    esac\n  done\n  case \"$command $before\" in\n");
        ShellText.optionValues(nodes)
                .forEach((key, values) -> out.append("    ")
                        .append(ShellText.quoted((key.startsWith(" ") ? "" : " ") + key))
                        .append(") ")
                        .append(reply(values))
                        .append("; return ;;\n"));
        out.append("  esac\n  case $command in\n");
        for (CompletionNode node : nodes) {
            out.append("    ").append(node.path().isEmpty() ? "''" : ShellText.quoted(" " + node.path()));
            out.append(")\n      if [[ $current == -* ]]; then words=");
            out.append(ShellText.quoted(options(node))).append('\n');
            out.append("      else ").append(arguments(node)).append("; fi ;;\n");
        }
        return out.append("  esac\n  [[ -n $words ]] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n\n")
                .append("complete -F _runbook runbook\n")
                .toString();
    }

    private static String options(CompletionNode node) {
        return node.options().stream()
                .map(Option::names)
                .flatMap(List::stream)
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.joining(" "));
    }

    private static String arguments(CompletionNode node) {
        return node.commands().isEmpty()
                ? reply(node.argument())
                : "words=" + ShellText.quoted(String.join(" ", node.commandNames()));
    }

    private static String reply(Values values) {
        return switch (values.kind()) {
            case NOTHING, ANYTHING -> ":";
            case FOLDER -> "COMPREPLY=($(compgen -d -- \"$current\"))";
            case FILE -> "COMPREPLY=($(compgen -f -- \"$current\"))";
            case RUNBOOK -> "COMPREPLY=($(compgen -W \"$(_runbook_ids)\" -- \"$current\"))";
            case RUN -> "COMPREPLY=($(compgen -W \"$(_runbook_runs)\" -- \"$current\"))";
            case WORDS ->
                "COMPREPLY=($(compgen -W " + ShellText.quoted(String.join(" ", values.words())) + " -- \"$current\"))";
        };
    }
}
