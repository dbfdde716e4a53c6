package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.importing.Draft;
import dev.runbook.importing.ImportCode;
import dev.runbook.importing.MemoImport;
import dev.runbook.importing.ReportWriter;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a memo into a handbook's draft and a report beside it. */
public final class ImportMemo {
    /** More than this is not read to see that it is too much. */
    private static final long MAX_BYTES = 64L << 20;

    private ImportMemo() {}

    /**
     * The draft of a memo; nothing is written.
     *
     * @param name the memo's, in diagnostics and in the draft
     * @param encoding empty: found out
     * @param executable whether what is certain becomes a step
     * @return empty where an error says why
     */
    public static Parsed<Optional<Draft>> read(Path memo, String name, Optional<String> encoding, boolean executable) {
        byte[] bytes;
        try {
            long size = Files.size(memo);
            if (size > MAX_BYTES) {
                return failed(ImportCode.MEMO_TOO_LARGE, name, size / 1024, 2048);
            }
            bytes = Files.readAllBytes(memo);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : e.getClass().getSimpleName().replace("Exception", "");
            return failed(ImportCode.MEMO_UNREADABLE, name, reason);
        }
        return MemoImport.of(name, bytes, encoding, executable);
    }

    private static Parsed<Optional<Draft>> failed(ImportCode code, String name, Object... arguments) {
        return new Parsed<>(Optional.empty(), List.of(Diagnostic.of(code, Span.startOf(name), arguments)));
    }

    /** Where the report of a draft goes: beside its folder. */
    public static Path report(Path out) {
        return out.resolveSibling(out.getFileName() + "-report.md");
    }

    /**
     * Why a draft cannot be written to a folder; nothing of what is there would be overwritten.
     *
     * @return nothing where it can be
     */
    public static List<Diagnostic> obstacles(Path out) {
        List<Diagnostic> problems = new ArrayList<>();
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !NewHandbook.isEmptyFolder(out)) {
            problems.add(Diagnostic.of(ImportCode.OUT_NOT_EMPTY, Span.startOf(out.toString()), out.getFileName()));
        }
        Path report = report(out);
        if (Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(Diagnostic.of(ImportCode.REPORT_EXISTS, Span.startOf(report.toString())));
        }
        return problems;
    }

    /**
     * Writes a draft and its report.
     *
     * @param language the report's
     * @return the files written
     */
    public static Parsed<List<Path>> write(Draft draft, Path out, Language language) {
        List<Diagnostic> obstacles = obstacles(out);
        if (!obstacles.isEmpty()) {
            return new Parsed<>(List.of(), obstacles);
        }
        Path report = report(out);
        try {
            Files.createDirectories(out.toAbsolutePath());
            Files.writeString(report, ReportWriter.text(draft, language), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return new Parsed<>(
                    List.of(), List.of(Diagnostic.of(ImportCode.REPORT_EXISTS, Span.startOf(report.toString()))));
        } catch (IOException e) {
            return new Parsed<>(
                    List.of(), List.of(Diagnostic.of(NewProblem.NOT_WRITABLE, Span.startOf(report.toString()), e)));
        }
        Parsed<List<Path>> pages = NewFiles.write(out, draft.files());
        List<Path> written = new ArrayList<>(pages.value());
        written.add(report);
        return new Parsed<>(written, pages.diagnostics());
    }
}
