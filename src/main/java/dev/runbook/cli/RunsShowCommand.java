package dev.runbook.cli;

import dev.runbook.json.Json;
import dev.runbook.record.RecordedRun;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook runs show RUN}. */
final class RunsShowCommand implements Command {
    private static final String PATH = "runs.show";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "RUN", "0..1").build())
                .addOption(
                        specs.choice(PATH, List.of("text", "json"), "--format").build())
                .addOption(specs.flag(PATH, "--full").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        RecordedRun run = RecordedRuns.named(invocation);
        invocation
                .out()
                .print(
                        invocation.value("--format").orElse("text").equals("json")
                                ? Json.pretty(RunData.of(run, invocation.language()))
                                : RunPrinter.print(invocation, run));
        return ExitCode.of(run.integrity().intact());
    }
}
