package dev.runbook.cli;

import dev.runbook.app.ImportMemo;
import dev.runbook.importing.Draft;
import dev.runbook.report.ImportReport;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook import MEMO}: says what was written, and what to look at in it. */
final class ImportCommand implements Command {
    private static final String PATH = "import";
    private static final String DEFAULT_OUT = "runbooks";

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "MEMO", "1").build())
                .addOption(specs.value(PATH, "DIR", "--out").build())
                .addOption(specs.value(PATH, "NAME", "--encoding").build())
                .addOption(specs.flag(PATH, "--executable").build())
                .addOption(specs.flag(PATH, "--dry-run").build())
                .addOption(
                        specs.choice(PATH, List.of("text", "json"), "--format").build());
    }

    @Override
    public int run(Invocation invocation) {
        Path memo = invocation.path(invocation.arguments().get(0));
        Path out = invocation.path(invocation.value("--out").orElse(DEFAULT_OUT));
        boolean dry = invocation.flag("--dry-run");
        String name = String.valueOf(memo.getFileName());
        Parsed<Optional<Draft>> read =
                ImportMemo.read(memo, name, invocation.value("--encoding"), invocation.flag("--executable"));
        if (read.value().isEmpty()) {
            return refuse(invocation, memo, read.diagnostics());
        }
        Draft draft = read.value().get();
        Parsed<List<Path>> written = dry
                ? new Parsed<>(planned(draft, out), ImportMemo.obstacles(out))
                : ImportMemo.write(draft, out, invocation.language());
        if (written.hasErrors()) {
            return refuse(invocation, out, written.diagnostics());
        }
        boolean json = invocation.value("--format").orElse("text").equals("json");
        if (json) {
            List<String> files = written.value().stream().map(invocation::shown).toList();
            invocation
                    .out()
                    .print(new ImportReport(invocation.language(), file -> invocation.shown(memo))
                            .render(draft, files, !dry));
        } else if (!invocation.quiet()) {
            say(invocation, memo, out, draft, written.value(), dry);
        }
        return ExitCode.HOLDS;
    }

    private static List<Path> planned(Draft draft, Path out) {
        List<Path> files = new ArrayList<>();
        draft.files().keySet().forEach(file -> files.add(out.resolve(file)));
        files.add(ImportMemo.report(out));
        return files;
    }

    private static int refuse(Invocation invocation, Path place, List<Diagnostic> problems) {
        Path folder = place.getParent() == null ? place : place.getParent();
        new ProblemPrinter(invocation, folder).print(problems);
        return ExitCode.NOT_DONE;
    }

    private static void say(Invocation invocation, Path memo, Path out, Draft draft, List<Path> files, boolean dry) {
        DiagnosticPrinter printer = new DiagnosticPrinter(
                invocation.language(),
                invocation.style().colour(),
                file -> invocation.shown(memo),
                file -> Optional.of(draft.source()));
        draft.unsure().forEach(d -> invocation.out().print(printer.print(d)));
        for (Path file : files) {
            invocation
                    .out()
                    .println(invocation.text(dry ? "import.would-write" : "new.written", invocation.shown(file)));
        }
        invocation
                .out()
                .println(invocation.text(
                        "import.sum",
                        draft.fates().size(),
                        draft.encoding(),
                        draft.pages(),
                        draft.unsure().size(),
                        invocation.shown(ImportMemo.report(out))));
        if (!dry) {
            invocation.out().println(invocation.text("new.handbook.next", invocation.shown(out)));
        }
    }
}
