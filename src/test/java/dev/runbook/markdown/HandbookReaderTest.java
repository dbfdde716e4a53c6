package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandbookReaderTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void readsAnyFolderOfMarkdown() throws IOException {
        write("README.md", "# 読んでください\n\n本文\n");
        write("notes/a b%#.md", "text\n");
        write("日本語/手順.md", "# 手順\n");
        write("pictures/図.png", "");
        write(".hidden/x.md", "");
        write("node_modules/x/README.md", "");
        write("environments/centos/README.md", "");
        Handbook handbook = read().value();
        assertEquals(
                List.of("README", "notes/a b%#", "日本語/手順"),
                handbook.pages().keySet().stream().map(RunbookId::path).toList());
        assertEquals("読んでください", page(handbook, "README").original().title());
        assertEquals("a b%#", page(handbook, "notes/a b%#").original().title());
        assertEquals(Set.of("pictures/図.png"), handbook.assets());
        assertEquals(Set.of("centos"), handbook.environments());
        assertEquals(HandbookConfig.DEFAULTS, handbook.config());
        assertEquals(List.of(), read().diagnostics());
    }

    @Test
    void joinsTranslationsToTheirOriginals() throws IOException {
        write("a.md", "## 準備\n\n```bash {.exec}\nx\n```\n\n## 確認 {#check}\n\n- [ ] 見る\n");
        write("a.en.md", "## Preparation\n\n```bash {.exec}\nx\n```\n\n## Check {#check}\n\n- [ ] look\n");
        Page page = page(read().value(), "a");
        assertEquals(Language.JA, page.original().language());
        assertEquals(Set.of(Language.EN), page.translations().keySet());
        var english = page.in(Language.EN).orElseThrow();
        assertEquals(List.of("準備", "check"), ids(page.original().sections()));
        assertEquals(List.of("準備", "check"), ids(english.sections()));
        assertEquals(
                page.original().steps().stream().map(Step::id).toList(),
                english.steps().stream().map(Step::id).toList());
        assertEquals("a.en.md", english.source().name());
    }

    @Test
    void keepsOwnIdsWhereTheHeadingsDiffer() throws IOException {
        write("a.md", "## 準備\n\n## 確認\n");
        write("a.en.md", "## Preparation\n");
        var english = page(read().value(), "a").in(Language.EN).orElseThrow();
        assertEquals(List.of("preparation"), ids(english.sections()));
    }

    @Test
    void takesTheNameOfTheLanguageOfOriginalsToo() throws IOException {
        write("a.ja.md", "# A\n");
        Page page = page(read().value(), "a");
        assertEquals("a.ja.md", page.original().source().name());
        assertEquals(List.of(), read().diagnostics());
    }

    @Test
    void knowsConfiguredLanguagesOnly() throws IOException {
        write("handbook.yml", "languages: [en]\n");
        write("a.md", "# A\n");
        write("a.ja.md", "# A\n");
        Handbook handbook = read().value();
        assertEquals(
                Set.of(new RunbookId("a"), new RunbookId("a.ja")),
                handbook.pages().keySet());
        assertEquals(Language.EN, page(handbook, "a").original().language());
    }

    @Test
    void readsOnePageAgain() throws IOException {
        write("db/a.md", "# Alt\n");
        write("db/a.en.md", "# Old\n");
        HandbookReader reader = new HandbookReader(folder);
        HandbookConfig config = read().value().config();
        RunbookId id = new RunbookId("db/a");
        write("db/a.md", "# Neu {\n\n[x](javascript:x)\n");
        Parsed<Page> page = reader.readPage(id, config).orElseThrow();
        assertEquals("Neu {", page.value().original().title());
        assertEquals(1, page.diagnostics().size());
        assertEquals(Set.of(Language.EN), page.value().translations().keySet());
        Files.delete(folder.resolve("db/a.md"));
        Files.delete(folder.resolve("db/a.en.md"));
        assertEquals(Optional.empty(), reader.readPage(id, config));
        assertEquals(Optional.empty(), reader.readPage(new RunbookId("../" + folder.getFileName() + "/x"), config));
    }

    @Test
    void findsThePageOfAPath() {
        assertEquals(Optional.of(new RunbookId("database/pgbouncer")), idOf("database/pgbouncer.en.md"));
        assertEquals(Optional.of(new RunbookId("database/pgbouncer")), idOf("database/pgbouncer.md"));
        assertEquals(Optional.of(new RunbookId("index")), idOf("index.md"));
        assertEquals(Optional.of(new RunbookId("a.fr")), idOf("a.fr.md"));
        assertEquals(Optional.empty(), idOf("database/figure.png"));
        assertEquals(Optional.empty(), idOf("handbook.yml"));
        assertEquals(Optional.empty(), idOf(".git/x.md"));
        assertEquals(Optional.empty(), idOf("a/.b/x.md"));
        assertEquals(Optional.empty(), idOf("environments/centos/x.md"));
        assertEquals(Optional.empty(), idOf("../x.md"));
        assertEquals(Optional.empty(), idOf("node_modules/x.md"));
    }

    @Test
    void countsLinesAndColumnsBehindAByteOrderMarkAndCarriageReturns() throws IOException {
        write("a.md", "\uFEFF---\r\ntitle: x\r\n---\r\n\r\n日本語 [a](javascript:x)\r\n");
        Parsed<Handbook> parsed = read();
        assertEquals(1, parsed.diagnostics().size());
        assertEquals("a.md:5:9", parsed.diagnostics().get(0).span().toString());
        assertEquals("x", page(parsed.value(), "a").original().title());
    }

    @Test
    void tellsOfEachFile() throws IOException {
        write("a.md", "");
        write("a.en.md", "");
        write("b.md", "");
        AtomicInteger total = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        new HandbookReader(folder).read(new Progress() {
            @Override
            public void begin(Phase phase, int count) {
                assertEquals(Phase.READING, phase);
                total.set(count);
            }

            @Override
            public void advance() {
                done.incrementAndGet();
            }
        });
        assertEquals(3, total.get());
        assertEquals(3, done.get());
    }

    @Test
    void followsLinksInsideAndGoesRoundNoCircle() throws IOException {
        write("a/x.md", "# X\n");
        Files.createSymbolicLink(folder.resolve("a/again"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
        Parsed<Handbook> parsed = read();
        assertEquals(
                Set.of(new RunbookId("a/x"), new RunbookId("b/x")),
                parsed.value().pages().keySet());
        assertEquals(List.of(), parsed.diagnostics());
    }

    @Test
    void givesTheSameTwice() throws IOException {
        for (int i = 0; i < 40; i++) {
            write("s/p" + i + ".md", "# T\n\n" + "- [a](b) **c**\n".repeat(i) + "\n```bash {.exec}\nx\n```\n");
        }
        assertEquals(read().value().pages().keySet(), read().value().pages().keySet());
        for (RunbookId id : read().value().pages().keySet()) {
            assertEquals(
                    ModelDump.of(page(read().value(), id.path()).original()),
                    ModelDump.of(page(read().value(), id.path()).original()));
        }
    }

    @Test
    void saysWhatIsWrongWithFiles() throws IOException {
        write("handbook.yml", "title: x\nlanguages: [ja, en]\n");
        write("orphan.en.md", "# Orphan\n");
        write("two.md", "# Two\n");
        write("two.ja.md", "# Zwei\n");
        write("Case.md", "# A\n");
        write("case.md", "# B\n");
        write("deep.md", ">".repeat(10_000) + "\n");
        write("many.md", "# a {#x}\n\n".repeat(1200));
        Files.write(folder.resolve("latin1.md"), "一行目\ncaf\u00e9\n".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = "一行目\n日本 caf\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        Files.write(folder.resolve("latin1.md"), bytes);
        Files.write(folder.resolve("large.md"), new byte[5 * 1024 * 1024]);
        Files.createSymbolicLink(folder.resolve("out.md"), Files.createFile(elsewhere.resolve("out.md")));
        Files.createSymbolicLink(folder.resolve("broken.md"), folder.resolve("nothing"));
        Parsed<Handbook> parsed = read();
        Golden golden = new Golden("markdown");
        for (Language language : Language.values()) {
            String printed = ReadingGoldenTest.printed(
                    parsed.diagnostics().stream()
                            .filter(d -> d.code() != MarkdownCode.DUPLICATE_ID)
                            .toList(),
                    language,
                    name -> Optional.empty());
            golden.check("folder." + language.code() + ".txt", printed);
        }
        Handbook handbook = parsed.value();
        assertEquals(Language.EN, page(handbook, "orphan").original().language());
        assertEquals("Two", page(handbook, "two").original().title());
        assertTrue(page(handbook, "latin1").original().source().text().contains("\uFFFD"));
        assertTrue(handbook.page(new RunbookId("large")).isPresent());
        assertTrue(!handbook.page(new RunbookId("out")).isPresent());
    }

    private Parsed<Handbook> read() {
        return new HandbookReader(folder).read(Progress.NONE);
    }

    private static Page page(Handbook handbook, String id) {
        return handbook.page(new RunbookId(id)).orElseThrow();
    }

    private static Optional<RunbookId> idOf(String path) {
        return HandbookReader.idOf(path, HandbookConfig.DEFAULTS);
    }

    private static List<String> ids(List<Section> sections) {
        return sections.stream().map(Section::id).toList();
    }

    private void write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
