package dev.runbook.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.check.Checker;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Step;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memos of three styles in three encodings, and a broken one: {@code src/test/golden/import/NAME.txt}, with the drafts
 * in {@code NAME} and {@code NAME.executable} and the reports beside them.
 */
class ImportGoldenTest {
    private static final Golden GOLDEN = new Golden("import");
    private static final Map<String, String> ENCODINGS =
            Map.of("windows", "Shift_JIS", "mailserver", "EUC-JP", "webapp", "UTF-8", "broken", "EUC-JP");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static List<String> memos() {
        return ENCODINGS.keySet().stream().sorted().toList();
    }

    private static Draft draft(String memo, boolean executable) throws IOException {
        String name = memo + ".txt";
        byte[] bytes = Files.readAllBytes(GOLDEN.folder().resolve(name));
        return MemoImport.of(name, bytes, Optional.empty(), executable).value().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("memos")
    void draftsAndReports(String memo) throws IOException {
        Draft draft = draft(memo, false);
        assertEquals(ENCODINGS.get(memo), draft.encoding());
        draft.files().forEach((path, text) -> GOLDEN.check(memo + "/" + path, text));
        draft(memo, true).files().forEach((path, text) -> GOLDEN.check(memo + ".executable/" + path, text));
        for (Language language : Language.values()) {
            GOLDEN.check(memo + ".report." + language.code() + ".md", ReportWriter.text(draft, language));
        }
    }

    @Test
    void everyGoldenFileHasItsMemo() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String memo : memos()) {
            names.add(memo + ".txt");
            names.add(memo + ".report.ja.md");
            names.add(memo + ".report.en.md");
            draft(memo, false).files().keySet().forEach(f -> names.add(memo + "/" + f));
            draft(memo, true).files().keySet().forEach(f -> names.add(memo + ".executable/" + f));
        }
        names.addAll(List.of("refused.ja.txt", "refused.en.txt"));
        GOLDEN.checkNothingElse(names);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ourOwnReaderFindsTheStepsThatAreMeantAndNothingToMend(boolean executable) throws IOException {
        for (String memo : memos()) {
            Draft draft = draft(memo, executable);
            Handbook handbook = read(draft, folder.resolve(memo + executable));
            List<String> warnings = Checker.handbook(handbook, Progress.NONE).stream()
                    .map(d -> d.code().id())
                    .filter(id -> !id.equals("half-width-katakana"))
                    .toList();
            assertEquals(List.of(), warnings, memo);
            List<String> annotated = draft.files().values().stream()
                    .flatMap(String::lines)
                    .filter(line -> line.matches("`{3,}[a-z]+ \\{.*\\}") && !line.contains(".output"))
                    .map(line -> line.substring(line.indexOf('{')))
                    .toList();
            assertEquals(annotated, steps(handbook).stream().map(Step::info).toList(), memo);
            assertTrue(executable || annotated.isEmpty(), memo);
        }
    }

    @Test
    void whoAndWhereAreUnderstood() throws IOException {
        List<String> steps = steps(read(draft("mailserver", true), folder.resolve("a"))).stream()
                .map(s -> s.id().name() + " " + s.role() + " "
                        + s.options().user().orElse("-") + " "
                        + s.options().cwd().orElse("-") + " "
                        + s.expectation().map(e -> e.lines().size()).orElse(0))
                .toList();
        assertTrue(steps.contains("systemctl-status CHECK - - 1"), steps.toString());
        assertTrue(steps.contains("cd EXEC postgres - 0"), steps.toString());
        List<String> web = steps(read(draft("webapp", true), folder.resolve("b"))).stream()
                .map(s -> s.id().name() + " " + s.options().user().orElse("-") + " "
                        + s.options().cwd().orElse("-"))
                .toList();
        assertTrue(web.contains("systemctl-restart root /srv/shop"), web.toString());
    }

    @Test
    void noSecretIsAnywhere() throws IOException {
        for (String secret : List.of("Fs-2019!kanri", "Abook#77", "s3cr3t-Pg", "9f8e7d6c5b4a")) {
            for (String memo : memos()) {
                Draft draft = draft(memo, true);
                String all = String.join("\n", draft.files().values())
                        + ReportWriter.text(draft, Language.EN)
                        + draft.source().text()
                        + draft.unsure();
                assertTrue(!all.contains(secret), secret);
            }
        }
    }

    @Test
    void everyKindOfDiagnosticIsShown() throws IOException {
        for (Language language : Language.values()) {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.list(GOLDEN.folder())) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\." + language.code() + "\\.(md|txt)"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
            String text = all.toString().replace("\\[", "[");
            List<String> unseen = Stream.of(ImportCode.values())
                    .map(ImportCode::id)
                    .filter(id -> !text.contains("[" + id + "]"))
                    .toList();
            assertEquals(List.of(), unseen, "codes that no golden file of " + language + " has");
        }
    }

    private static List<Step> steps(Handbook handbook) {
        return handbook.pages().values().stream()
                .map(Page::original)
                .flatMap(r -> r.steps().stream())
                .toList();
    }

    static Handbook read(Draft draft, Path folder) throws IOException {
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Parsed<Handbook> read = new HandbookReader(folder).read(Progress.NONE);
        assertEquals("", read.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        return read.value();
    }
}
