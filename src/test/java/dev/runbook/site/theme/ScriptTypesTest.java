package dev.runbook.site.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts' types, as their comments say them, checked by TypeScript's compiler. */
final class ScriptTypesTest {
    private static final String TYPESCRIPT = "typescript@5.9.3";

    @Test
    void scriptsAreWhatTheirCommentsSay() throws IOException, InterruptedException {
        Path npm = Tools.require("npm");
        Process process = new ProcessBuilder(List.of(
                        npm.toString(),
                        "exec",
                        "--yes",
                        "--package=" + TYPESCRIPT,
                        "--",
                        "tsc",
                        "--project",
                        "src/test/js/tsconfig.json"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
