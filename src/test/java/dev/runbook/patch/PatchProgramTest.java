package dev.runbook.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against diff and patch themselves, on random edits. */
final class PatchProgramTest {
    private static final int ROUNDS = 150;

    @TempDir
    Path folder = Path.of("");

    @Test
    void givesWhatPatchGives() throws Exception {
        Tools.require("diff");
        Tools.require("patch");
        Random random = new Random(20);
        int moved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = lines(random);
            String before = text(lines, random.nextInt(5) > 0);
            String after = text(edited(lines, random), random.nextInt(5) > 0);
            if (before.equals(after)) {
                continue;
            }
            write("before", before);
            write("after", after);
            String context = String.valueOf(1 + random.nextInt(3));
            String diff = run("diff", "-U", context, "before", "after");
            UnifiedPatch patch = UnifiedPatch.parse(diff);
            assertEquals(new PatchResult.Applied(after), patch.apply(before), diff);
            assertEquals(new PatchResult.AlreadySo(), patch.apply(after), diff);

            String shifted = "moved 1\nmoved 2\n".repeat(random.nextInt(3)) + before;
            write("target", shifted);
            write("diff", diff);
            run("patch", "--fuzz=0", "--batch", "--no-backup-if-mismatch", "-o", "result", "target", "diff");
            if (!Files.exists(folder.resolve("target.rej")) && !Files.exists(folder.resolve("result.rej"))) {
                String expected = Files.readString(folder.resolve("result"));
                PatchResult.Applied applied = assertInstanceOf(PatchResult.Applied.class, patch.apply(shifted), diff);
                assertEquals(expected, applied.text(), diff);
                moved += shifted.equals(before) ? 0 : 1;
            }
            Files.deleteIfExists(folder.resolve("result"));
            Files.deleteIfExists(folder.resolve("result.rej"));
            Files.deleteIfExists(folder.resolve("target.rej"));
        }
        assertTrue(moved > ROUNDS / 4, "only " + moved + " moved patches were compared");
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            lines.add(random.nextInt(4) == 0 ? "" : "設定 " + random.nextInt(30));
        }
        return lines;
    }

    private static List<String> edited(List<String> lines, Random random) {
        List<String> edited = new ArrayList<>(lines);
        int edits = 1 + random.nextInt(5);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(edited.size() + 1);
            if (random.nextBoolean() || at == edited.size()) {
                edited.add(at, "new " + random.nextInt());
            } else {
                edited.remove(at);
            }
        }
        return edited;
    }

    private static String text(List<String> lines, boolean terminated) {
        String text = String.join("\n", lines);
        return terminated && !lines.isEmpty() ? text + "\n" : text;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
