package dev.runbook.cli;

import dev.runbook.app.Sync;
import dev.runbook.app.SyncReport;
import dev.runbook.app.SyncWriter;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook sync}: for all languages of translations. */
final class SyncCommand implements Command {
    private static final String PATH = "sync";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "ID", "0..*").build())
                .addOption(specs.flag(PATH, "--accept").build())
                .addOption(specs.flag(PATH, "--dry-run").build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        Path folder = invocation.handbook();
        Handbook handbook;
        try (ProgressDisplay progress = invocation.progress()) {
            handbook = new HandbookReader(folder).read(progress).value();
        }
        List<RunbookId> named = new ArrayList<>();
        for (String word : invocation.arguments()) {
            named.add(RunbookArguments.one(handbook, word).id());
        }
        boolean write = !invocation.flag("--dry-run");
        List<Diagnostic> problems = new ArrayList<>();
        List<Diagnostic> unwritten = new ArrayList<>();
        int changes = 0;
        for (Language language : handbook.config().languages()) {
            if (language == handbook.config().primary()) {
                continue;
            }
            SyncReport report = report(handbook, named, language, invocation.flag("--accept"));
            changes += report.changes().size();
            problems.addAll(report.diagnostics());
            unwritten.addAll(write ? new SyncWriter(folder).write(report) : List.of());
            say(invocation, folder, report, write);
        }
        new ProblemPrinter(invocation, folder, handbook).print(problems);
        new ProblemPrinter(invocation, folder, handbook).print(unwritten);
        if (!unwritten.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        if (changes == 0 && problems.isEmpty() && !invocation.quiet()) {
            invocation.out().println(invocation.text("sync.unchanged"));
        }
        return ExitCode.of(problems.isEmpty() && (write || changes == 0));
    }

    private static SyncReport report(Handbook handbook, List<RunbookId> named, Language language, boolean accept) {
        return named.isEmpty() ? Sync.all(handbook, language, accept) : Sync.pages(handbook, named, language, accept);
    }

    private static void say(Invocation invocation, Path folder, SyncReport report, boolean written) {
        if (invocation.quiet()) {
            return;
        }
        String key = written ? "sync.changed" : "sync.would-change";
        for (SyncReport.Change change : report.changes()) {
            Path file = folder.resolve(change.source().name());
            invocation.out().println(invocation.text(key, invocation.shown(file)));
        }
    }
}
