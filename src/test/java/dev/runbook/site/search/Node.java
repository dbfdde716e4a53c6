package dev.runbook.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.site.theme.JteTheme;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the engine that pages have, outside of a browser. */
final class Node {
    private final Path folder;

    /** @param folder an empty one, for what it needs */
    Node(Path folder) {
        this.folder = folder;
    }

    /** What {@code search.mjs} prints. */
    String run(String what, String input, String... arguments) throws IOException, InterruptedException {
        Path engine = folder.resolve("engine.js");
        Files.write(engine, new JteTheme().assets().get("assets/search.js"));
        List<String> command = new ArrayList<>(
                List.of(Tools.require("node").toString(), "src/test/js/search.mjs", what, engine.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(
                        Files.writeString(folder.resolve("in.txt"), input).toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> read(folder.resolve("err.txt")));
        return out;
    }

    /** Puts files where the engine looks for them. */
    static void write(Path site, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = site.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
