package dev.runbook.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook completion SHELL}: prints a script that the shell reads. */
final class CompletionCommand implements Command {
    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command("completion", this)
                .addPositional(specs.choiceArgument("completion", "SHELL", List.of("bash", "zsh", "fish"))
                        .build());
    }

    @Override
    public int run(Invocation invocation) {
        List<CompletionNode> nodes = CompletionNode.of(invocation.root());
        invocation
                .out()
                .print(
                        switch (invocation.arguments().get(0)) {
                            case "bash" -> BashCompletion.script(nodes);
                            case "zsh" -> ZshCompletion.script(nodes);
                            default -> FishCompletion.script(nodes);
                        });
        return ExitCode.HOLDS;
    }
}
