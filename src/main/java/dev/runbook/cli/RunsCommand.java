package dev.runbook.cli;

import dev.runbook.record.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook runs}: lists recorded runs, and holds what shows one. */
final class RunsCommand implements Command {
    private static final String PATH = "runs";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addOption(specs.choice(PATH, List.of("text", "json", "ids"), "--format")
                        .build())
                .addSubcommand("show", new RunsShowCommand().spec(specs))
                .addSubcommand("export", new RunsExportCommand().spec(specs));
    }

    @Override
    public boolean runsAlone() {
        return true;
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        RunStore store = RecordedRuns.store(invocation);
        String format = invocation.value("--format").orElse("text");
        if (format.equals("ids")) {
            store.ids().forEach(invocation.out()::println);
            return ExitCode.HOLDS;
        }
        List<RunSummary> runs = new ArrayList<>();
        for (String id : store.ids()) {
            runs.add(RunSummary.of(store.read(id, RecordedRuns::code)));
        }
        invocation.out().print(format.equals("json") ? RunSummary.json(runs) : RunTable.of(invocation, runs));
        return ExitCode.HOLDS;
    }
}
