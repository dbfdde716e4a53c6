package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.source.Parsed;
import dev.runbook.values.GivenValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParamsFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void takesEachValueAsItIsWritten() throws IOException {
        Parsed<List<GivenValue>> read = read("# 値\nA: 0x1F\nB: 'yes; $(rm)'\nC: true\nD: ''\nE: |\n  two\n  行\n");
        assertEquals(
                List.of("A=0x1F", "B=yes; $(rm)", "C=true", "D=", "E=two\n行\n"),
                read.value().stream().map(v -> v.name() + "=" + v.value()).toList());
        assertEquals(List.of(), read.diagnostics());
        assertEquals("values.yml:3:1", read.value().get(1).place().orElseThrow().toString());
        assertEquals(List.of(), read("").value());
    }

    @Test
    void saysWhereSomethingIsWrong() throws IOException {
        assertEquals(
                List.of("values.yml:1:4 wrong-type", "values.yml:2:3 wrong-type", "values.yml:4:1 duplicate-key"),
                said(read("A: [1, 2]\nB:\nC: 1\nC: 2\n")));
        assertEquals(List.of("values.yml:1:1 wrong-type"), said(read("- A\n")));
        assertEquals(List.of("values.yml:2:4 bad-yaml"), said(read("A: 1\nB: }\n")));
        assertEquals(
                List.of("none.yml:1:1 file-unreadable"), said(ParamsFile.read(folder.resolve("none"), "none.yml")));
    }

    private Parsed<List<GivenValue>> read(String text) throws IOException {
        Path file = folder.resolve("values.yml");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return ParamsFile.read(file, "values.yml");
    }

    private static List<String> said(Parsed<?> read) {
        return read.diagnostics().stream()
                .map(d -> d.span() + " " + d.code().id())
                .toList();
    }
}
