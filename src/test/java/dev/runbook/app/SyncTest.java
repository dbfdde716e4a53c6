package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.check.Checker;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTest {
    private static final Golden GOLDEN = new Golden("sync");
    private static final String JA = "# 題\n\n```bash {#a .exec}\necho 1\n```\n";
    private static final String EN = "# Title\n\n```bash {#a .exec}\necho 2\n```\n\nend";

    @TempDir
    Path folder;

    private static Handbook read(Path folder) {
        return new HandbookReader(folder).read(Progress.NONE).value();
    }

    private Handbook write(String japanese, String english) throws IOException {
        Files.writeString(folder.resolve("page.md"), japanese);
        Files.writeString(folder.resolve("page.en.md"), english);
        return read(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "record"})
    void copiesBlocksAndLeavesTheRest(String name) throws IOException {
        Path from = GOLDEN.folder().resolve(name);
        write(Files.readString(from.resolve("page.md")), Files.readString(from.resolve("page.en.md")));
        SyncReport report = Sync.all(read(folder), Language.EN, true);
        GOLDEN.check(name + ".after.md", report.changes().get(0).text());
        for (Language language : Language.values()) {
            GOLDEN.check(name + "." + language.code() + ".txt", print(report.diagnostics(), language));
        }
        assertEquals(List.of(), new SyncWriter(folder).write(report));

        SyncReport again = Sync.all(read(folder), Language.EN, true);
        assertEquals(List.of(), again.changes(), "a second run changes nothing");
        Set<String> left = Checker.handbook(read(folder), Progress.NONE).stream()
                .filter(Diagnostic::isError)
                .map(d -> d.code().id())
                .collect(Collectors.toSet());
        assertEquals(
                name.equals("basic") ? Set.of("missing-block", "extra-block") : Set.of(),
                left,
                "what check still says");
    }

    @Test
    void withoutAcceptNothingIsRecorded() throws IOException {
        Handbook handbook = write(JA, EN);
        String text = Sync.all(handbook, Language.EN, false).changes().get(0).text();
        assertEquals(EN.replace("echo 2", "echo 1"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", ""})
    void byteOrderMarkAndLineEndsStay(String mark) throws IOException {
        Handbook handbook = write(JA, mark + EN.replace("\n", "\r\n"));
        assertEquals(List.of(), new SyncWriter(folder).write(Sync.all(handbook, Language.EN, true)));
        String text = Files.readString(folder.resolve("page.en.md"));
        assertTrue(text.startsWith(mark + "---\r\ntranslates:\r\n  '.': '"), text);
        assertTrue(text.endsWith("\r\n" + EN.replace("echo 2", "echo 1").replace("\n", "\r\n")), text);
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
        SyncReport report = Sync.all(write(JA, EN), Language.EN, false);
        Files.writeString(folder.resolve("page.en.md"), "other");
        assertEquals(
                List.of("sync-file-changed"),
                new SyncWriter(folder)
                        .write(report).stream().map(d -> d.code().id()).toList());
        assertEquals("other", Files.readString(folder.resolve("page.en.md")));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndNothingIsLeftBehind() throws IOException {
        SyncReport report = Sync.all(write(JA, EN), Language.EN, false);
        Files.delete(folder.resolve("page.en.md"));
        assertEquals(
                List.of("sync-write-failed"),
                new SyncWriter(folder)
                        .write(report).stream().map(d -> d.code().id()).toList());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("page.md")), files.toList());
        }
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        write(JA, EN);
        Path target = folder.resolve("target.txt");
        Files.move(folder.resolve("page.en.md"), target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("page.en.md"), Path.of("target.txt"));
        assertEquals(List.of(), new SyncWriter(folder).write(Sync.all(read(folder), Language.EN, false)));
        assertTrue(Files.isSymbolicLink(folder.resolve("page.en.md")));
        assertEquals(EN.replace("echo 2", "echo 1"), Files.readString(target));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void aPageThatIsNamedMustHaveATranslation() throws IOException {
        Files.writeString(folder.resolve("page.md"), JA);
        Handbook handbook = read(folder);
        SyncReport report = Sync.pages(handbook, List.of(new RunbookId("page")), Language.EN, false);
        assertEquals(
                List.of("sync-no-translation"),
                report.diagnostics().stream().map(d -> d.code().id()).toList());
        assertEquals(List.of(), Sync.all(handbook, Language.EN, false).diagnostics());
    }

    @Test
    void invalidUtf8IsNotWrittenOver() throws IOException {
        byte[] bytes = (EN + "\u0000").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        write(JA, EN);
        Files.write(folder.resolve("page.en.md"), bytes);
        assertEquals(
                1,
                new SyncWriter(folder)
                        .write(Sync.all(read(folder), Language.EN, false))
                        .size());
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("page.en.md")));
    }

    @ParameterizedTest
    @EnumSource(SyncCode.class)
    void everyProblemHasItsTexts(SyncCode code) {
        for (Language language : Language.values()) {
            assertTrue(code.messages(language).find(code.id()).isPresent());
            assertTrue(code.messages(language).find(code.id() + ".hint").isPresent());
        }
    }

    private static String print(List<Diagnostic> diagnostics, Language language) {
        DiagnosticPrinter printer =
                new DiagnosticPrinter(language, false, Function.identity(), file -> Optional.<SourceFile>empty());
        return diagnostics.stream().map(printer::print).collect(Collectors.joining("\n"));
    }
}
