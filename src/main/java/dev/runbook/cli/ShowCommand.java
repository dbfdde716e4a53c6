package dev.runbook.cli;

import dev.runbook.json.Json;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook show ID}. */
final class ShowCommand implements Command {
    private static final String PATH = "show";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "ID", "1").build())
                .addOption(
                        specs.choice(PATH, List.of("text", "json"), "--format").build())
                .addOption(specs.flag(PATH, "--steps").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Handbook handbook;
        try (ProgressDisplay progress = invocation.progress()) {
            handbook = new HandbookReader(invocation.handbook()).read(progress).value();
        }
        Page page = RunbookArguments.one(handbook, invocation.arguments().get(0));
        Runbook runbook = page.in(invocation.language()).orElse(page.original());
        if (invocation.value("--format").orElse("text").equals("json")) {
            // The original's: it is the version that is carried out.
            invocation.out().print(Json.pretty(StepData.of(page.original())));
        } else {
            invocation.out().print(new RunbookPrinter(invocation, page).print(runbook, invocation.flag("--steps")));
        }
        return ExitCode.HOLDS;
    }
}
