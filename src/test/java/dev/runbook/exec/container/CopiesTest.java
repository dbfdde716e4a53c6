package dev.runbook.exec.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.model.Environment.GivenFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopiesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void filesAndFoldersAreRootsAndNotToBeWritten() throws IOException {
        Path tool = Files.createDirectories(folder.resolve("tool"));
        Files.writeString(tool.resolve("手順.txt"), "text");
        Files.writeString(tool.resolve("run"), "#!/bin/sh\n").toFile().setExecutable(true);
        Files.createSymbolicLink(tool.resolve("link"), Path.of("run"));
        Path other = Files.writeString(folder.resolve("other"), "x");

        assertEquals(
                List.of(
                        "opt/tool/ 40755 0",
                        "opt/tool/run 100555 10",
                        "opt/tool/手順.txt 100444 4",
                        "etc/renamed 100444 1"),
                entries(List.of(new GivenFile("/opt/tool", tool), new GivenFile("/etc/renamed", other))));
    }

    private static List<String> entries(List<GivenFile> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Copies.write(files, out);
        List<String> entries = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertEquals(0, entry.getLongUserId() + entry.getLongGroupId(), entry.getName());
                entries.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()) + " " + entry.getSize());
            }
        }
        return entries;
    }
}
