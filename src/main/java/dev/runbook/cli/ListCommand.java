package dev.runbook.cli;

import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook list}. */
final class ListCommand implements Command {
    private static final String PATH = "list";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addOption(specs.choice(PATH, List.of("text", "json", "ids"), "--format")
                        .build())
                .addOption(specs.value(PATH, "TAG", "--tag").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Handbook handbook;
        try (ProgressDisplay progress = invocation.progress()) {
            handbook = new HandbookReader(invocation.handbook()).read(progress).value();
        }
        List<ListEntry> entries = ListEntry.of(handbook, invocation.language(), invocation.value("--tag"));
        invocation
                .out()
                .print(
                        switch (invocation.value("--format").orElse("text")) {
                            case "json" -> ListEntry.json(entries);
                            case "ids" -> ListEntry.ids(entries);
                            default -> ListTable.of(invocation, handbook, entries);
                        });
        return ExitCode.HOLDS;
    }
}
