package dev.runbook.cli;

import dev.runbook.app.NewRunbook;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.HandbookConfig;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook new runbook ID}. */
final class NewRunbookCommand implements Command {
    private static final String PATH = "new.runbook";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "SECTION/NAME", "1").build())
                .addOption(specs.value(PATH, "TEXT", "--title").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Path folder = invocation.handbook();
        HandbookConfig config =
                new HandbookReader(folder).read(Progress.NONE).value().config();
        String id = invocation.arguments().get(0);
        Parsed<List<Path>> written = NewRunbook.write(folder, config, id, invocation.value("--title"));
        return NewFilesSaid.say(invocation, folder, written);
    }
}
