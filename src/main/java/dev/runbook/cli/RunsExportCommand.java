package dev.runbook.cli;

import dev.runbook.json.Json;
import dev.runbook.record.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook runs export RUN}: a document that stands for itself. */
final class RunsExportCommand implements Command {
    private static final String PATH = "runs.export";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "RUN", "0..1").build())
                .addOption(specs.choice(PATH, List.of("json", "markdown"), "--format")
                        .build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed, IOException {
        RecordedRun run = RecordedRuns.named(invocation);
        if (invocation.value("--format").orElse("json").equals("markdown")) {
            invocation.out().print(RunReport.markdown(invocation, run));
        } else {
            byte[] journal = Files.readAllBytes(RecordedRuns.store(invocation).journal(run.id()));
            Map<String, Object> document = RunData.of(run, invocation.language());
            document.put("journal", RunData.journal(journal));
            invocation.out().print(Json.pretty(document));
        }
        return ExitCode.of(run.integrity().intact());
    }
}
