package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code src/test/golden/check} is a handbook; beside it stands what is said of it in both languages. */
class CheckerGoldenTest {
    private static final Golden GOLDEN = new Golden("check");

    static List<String> handbooks() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.folder())) {
            return files.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("handbooks")
    void saysWhatIsWrong(String name) {
        Parsed<Handbook> read = new HandbookReader(GOLDEN.folder().resolve(name)).read(Progress.NONE);
        assertEquals("", print(read.value(), read.diagnostics(), Language.EN), "what the reader says");
        List<Diagnostic> found = Checker.handbook(read.value(), Progress.NONE);
        for (Language language : Language.values()) {
            GOLDEN.check(name + "." + language.code() + ".txt", print(read.value(), found, language));
        }
    }

    @ParameterizedTest
    @MethodSource("handbooks")
    void saysTheSameOfEachPageAlone(String name) {
        Handbook handbook = new HandbookReader(GOLDEN.folder().resolve(name))
                .read(Progress.NONE)
                .value();
        List<String> together = Checker.handbook(handbook, Progress.NONE).stream()
                .filter(d -> !d.span().file().endsWith(".yml"))
                .map(CheckerGoldenTest::key)
                .toList();
        List<String> alone = handbook.pages().values().stream()
                .flatMap(p -> Checker.page(handbook, p).stream())
                .sorted(Diagnostic.ORDER)
                .map(CheckerGoldenTest::key)
                .toList();
        assertEquals(together, alone);
    }

    @Test
    void everyFolderHasItsTextsAndEveryTextItsFolder() throws IOException {
        Set<String> expected = handbooks().stream()
                .flatMap(name -> Stream.of(name + ".en.txt", name + ".ja.txt"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, texts().keySet());
    }

    @Test
    void everyKindOfDiagnosticIsShown() throws IOException {
        for (Language language : Language.values()) {
            String all = texts().entrySet().stream()
                    .filter(e -> e.getKey().endsWith(language.code() + ".txt"))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining());
            List<String> unseen = Stream.of(CheckCode.values())
                    .map(CheckCode::id)
                    .filter(id -> !all.contains("[" + id + "]"))
                    .toList();
            assertEquals(List.of(), unseen, "codes that no golden file of " + language + " has");
        }
    }

    private static Map<String, String> texts() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.folder())) {
            Map<String, String> texts = new java.util.TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        }
    }

    private static String key(Diagnostic diagnostic) {
        return diagnostic.span() + " " + diagnostic.code().id() + " " + diagnostic.arguments();
    }

    private static String print(Handbook handbook, List<Diagnostic> diagnostics, Language language) {
        Map<String, SourceFile> sources = handbook.pages().values().stream()
                .flatMap(CheckerGoldenTest::versions)
                .collect(Collectors.toMap(r -> r.source().name(), Runbook::source));
        DiagnosticPrinter printer = new DiagnosticPrinter(
                language, false, Function.identity(), file -> java.util.Optional.ofNullable(sources.get(file)));
        return diagnostics.stream().map(printer::print).collect(Collectors.joining("\n"));
    }

    private static Stream<Runbook> versions(Page page) {
        return Stream.concat(Stream.of(page.original()), page.translations().values().stream());
    }
}
