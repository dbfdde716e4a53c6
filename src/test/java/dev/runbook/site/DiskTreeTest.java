package dev.runbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskTreeTest {
    @TempDir
    private Path temp;

    private Path handbook;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        temp = temp.toRealPath();
        handbook = Files.createDirectory(temp.resolve("handbook"));
        out = temp.resolve("public/site");
    }

    @Test
    void manyThreadsWriteIntoNewFolders(@TempDir Path shared) throws Exception {
        try (OutputTree tree = DiskTree.open(shared.resolve("site"), shared.resolve("handbook"))) {
            java.util.stream.IntStream.range(0, 20_000).parallel().forEach(i -> {
                try {
                    tree.write("folder-" + i / 4 + "/page-" + i + ".html", new byte[] {'x'});
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void aSiteReplacesTheOneBeforeAsAWhole() throws IOException {
        build("index.html", "old", "gone.html", "old");
        build("index.html", "new", "データ/a b.html", "new");
        assertEquals("new", read("index.html"));
        assertEquals("new", read("データ/a b.html"));
        assertFalse(Files.exists(out.resolve("gone.html")));
        assertOnlyTheSite();
    }

    @Test
    void whatIsNotCommittedLeavesTheOldSite() throws IOException {
        build("index.html", "old");
        try (DiskTree tree = DiskTree.open(out, handbook)) {
            tree.write("index.html", bytes("half"));
        }
        assertEquals("old", read("index.html"));
        assertOnlyTheSite();
    }

    @Test
    void anEmptyFolderIsReplacedAndAnythingElseIsNot() throws IOException {
        Files.createDirectories(out);
        build("index.html", "new");
        assertEquals("new", read("index.html"));

        Path precious = Files.createDirectories(temp.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "years");
        assertRefused(SiteDiagnostic.OUT_NOT_A_SITE, precious);
        assertEquals("years", Files.readString(precious.resolve("thesis.txt")));

        Path file = Files.writeString(temp.resolve("file"), "text");
        assertRefused(SiteDiagnostic.OUT_NOT_A_FOLDER, file);
        assertRefused(SiteDiagnostic.OUT_NOT_A_FOLDER, file.resolve("site"));
    }

    @Test
    void aFolderFilledMeanwhileIsNotReplaced() throws IOException {
        try (DiskTree tree = DiskTree.open(out, handbook)) {
            tree.write("index.html", bytes("new"));
            Files.createDirectories(out);
            Files.writeString(out.resolve("thesis.txt"), "years");
            assertThrows(OutputException.class, tree::commit);
        }
        assertEquals("years", read("thesis.txt"));
        assertOnlyTheSite();
    }

    @Test
    void theHandbookIsNeverReplaced() throws IOException {
        Path inside = handbook.resolve("target/site");
        assertRefused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, inside);
        assertRefused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, handbook);
        assertRefused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, temp);
        assertRefused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, temp.resolve("x/../handbook/y"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), handbook);
        assertRefused(SiteDiagnostic.OUT_OVERLAPS_HANDBOOK, link.resolve("site"));
        assertFalse(Files.exists(inside));
    }

    @Test
    void aSiteBehindASymbolicLinkIsReplacedWhereItIs() throws IOException {
        build("index.html", "old");
        Path link = Files.createSymbolicLink(temp.resolve("link"), out);
        try (DiskTree tree = DiskTree.open(link, handbook)) {
            tree.write("index.html", bytes("new"));
            tree.commit();
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", read("index.html"));
        assertOnlyTheSite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "/etc/x", "a//b", "", ".", "a/./b", DiskTree.MARKER, "a/../b"})
    void pathsOutOfTheSiteAreRefused(String path) throws IOException {
        try (DiskTree tree = DiskTree.open(out, handbook)) {
            assertThrows(IOException.class, () -> tree.write(path, bytes("x")));
            assertThrows(IOException.class, () -> tree.copy(path, handbook));
        }
        assertEquals(List.of(), names(out.resolveSibling(".").normalize()));
    }

    @Test
    void leftoversOfKilledBuildsAreTidiedAndLivingBuildsAreNot() throws IOException {
        build("index.html", "old");
        Path killed = abandoned(".site.new-99999-1");
        Path aside = abandoned(".site.old-99999-2");
        Path unmarked = Files.createDirectory(out.resolveSibling(".site.new-99999-3"));
        try (DiskTree living = DiskTree.open(out, handbook)) {
            living.write("index.html", bytes("living"));
            try (DiskTree other = DiskTree.open(out, handbook)) {
                other.write("index.html", bytes("other"));
                other.commit();
            }
            living.commit();
        }
        assertEquals("living", read("index.html"));
        assertFalse(Files.exists(killed) || Files.exists(aside) || Files.exists(unmarked));
        assertOnlyTheSite();
    }

    @Test
    void aBuildKilledBetweenItsRenamesLosesNoSite() throws IOException {
        build("index.html", "old");
        Files.move(out, out.resolveSibling(".site.old-99999-1"));
        abandoned(".site.new-99999-1");
        try (DiskTree tree = DiskTree.open(out, handbook)) {
            tree.write("index.html", bytes("half"));
        }
        assertEquals("old", read("index.html"));
        assertOnlyTheSite();
    }

    @Test
    void manyBuildsAtOnceLeaveOneWholeSite() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> builds = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        build("a.html", "build " + i, "b.html", "build " + i);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> build : threads.invokeAll(builds)) {
                assertTrue(build.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(read("a.html"), read("b.html"));
        assertOnlyTheSite();
    }

    private void build(String... files) throws IOException {
        try (DiskTree tree = DiskTree.open(out, handbook)) {
            for (int i = 0; i < files.length; i += 2) {
                tree.write(files[i], bytes(files[i + 1]));
            }
            tree.commit();
        }
    }

    /** A folder as a killed build leaves it: its marker is locked by nobody. */
    private Path abandoned(String name) throws IOException {
        Path folder = Files.createDirectory(out.resolveSibling(name));
        Files.writeString(folder.resolve("index.html"), "half");
        FileChannel.open(folder.resolve(DiskTree.MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        return folder;
    }

    private void assertRefused(SiteDiagnostic code, Path place) {
        OutputException refused = assertThrows(OutputException.class, () -> DiskTree.open(place, handbook));
        assertEquals(code, refused.diagnostic().code());
        assertEquals(place.toString(), refused.diagnostic().span().file());
    }

    private void assertOnlyTheSite() throws IOException {
        assertEquals(List.of("site"), names(out.resolveSibling(".").normalize()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String path) throws IOException {
        return Files.readString(out.resolve(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
