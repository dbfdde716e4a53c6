package dev.runbook.app;

import dev.runbook.exec.ExecCode;
import dev.runbook.exec.container.ContainerCode;
import dev.runbook.markdown.MarkdownCode;
import dev.runbook.results.BadResults;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsCode;
import dev.runbook.results.ResultsJson;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.ValueCode;
import dev.runbook.verify.VerifyCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the results that earlier verifications wrote. */
public final class ReadResults {
    private static final Map<String, DiagnosticCode> CODES = codes();
    private static final String SUFFIX = ".json";

    private ReadResults() {}

    /**
     * The results of files, in their order. A folder stands for the {@code *.json} directly in it, by name.
     *
     * @return those that could be read; a diagnostic's file is the path as it was given, or a path below it
     */
    public static Parsed<List<Results>> read(List<Path> places) {
        List<Results> results = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                folder(place, results, problems);
            } else {
                file(place, results, problems);
            }
        }
        return new Parsed<>(List.copyOf(results), problems);
    }

    /** The kind of finding that an id in results stands for. */
    public static Optional<DiagnosticCode> code(String id) {
        return Optional.ofNullable(CODES.get(id));
    }

    private static void folder(Path folder, List<Results> results, List<Diagnostic> problems) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(p -> p.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(p))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(problem(folder, ResultsCode.RESULTS_NOT_READ, words(e)));
            return;
        }
        if (files.isEmpty()) {
            problems.add(problem(folder, ResultsCode.NO_RESULTS));
        }
        files.forEach(f -> file(f, results, problems));
    }

    private static void file(Path file, List<Results> results, List<Diagnostic> problems) {
        try {
            results.add(ResultsJson.read(Files.readString(file), ReadResults::code));
        } catch (BadResults e) {
            problems.add(e.in(file.toString()));
        } catch (CharacterCodingException e) {
            problems.add(problem(file, ResultsCode.NOT_RESULTS, "it is not UTF-8"));
        } catch (NoSuchFileException e) {
            problems.add(problem(file, ResultsCode.RESULTS_NOT_FOUND));
        } catch (IOException e) {
            problems.add(problem(file, ResultsCode.RESULTS_NOT_READ, words(e)));
        }
    }

    private static Diagnostic problem(Path place, ResultsCode code, Object... arguments) {
        return Diagnostic.of(code, Span.startOf(place.toString()), arguments);
    }

    /** A FileSystemException's message is the path, and often nothing else. */
    private static String words(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static Map<String, DiagnosticCode> codes() {
        Map<String, DiagnosticCode> codes = new HashMap<>();
        Stream.<DiagnosticCode[]>of(
                        ExecCode.values(),
                        ValueCode.values(),
                        MarkdownCode.values(),
                        ResultsCode.values(),
                        ContainerCode.values(),
                        VerifyCode.values())
                .flatMap(Stream::of)
                .forEach(code -> codes.putIfAbsent(code.id(), code));
        return Map.copyOf(codes);
    }
}
