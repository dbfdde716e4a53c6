package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.values.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileStepsTest extends Executed {
    @Test
    void filesAreReplacedWholeWithTheOldOneBesideThem() throws Exception {
        Path file = folder.resolve("etc/app.conf");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        values = new Values(Map.of("PORT", "80; $(id)"), Set.of());
        String text = """
                ---
                params: {PORT: {}}
                ---

                ```ini {#a .file path=%s}
                port = ${PORT}
                other = ${OTHER} $host
                ```
                """.formatted(file);
        assertEquals(End.COMPLETED, run(text).end());
        String content = "port = 80; $(id)\nother = ${OTHER} $host\n";
        assertEquals(content, Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var all = Files.list(file.getParent())) {
            List<Path> copies = all.filter(p -> p.toString().endsWith("~")).toList();
            assertEquals(1, copies.size());
            assertEquals("old\n", Files.readString(copies.get(0)));
        }
        Transcript again = run(text);
        assertTrue(((StepOutcome.Passed) outcome(again, 0)).alreadySo());
        assertEquals(
                End.COMPLETED, run(text.replace(".conf}", ".conf mode=0600}")).end());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                ExecCode.FILE_NOT_WRITTEN,
                failed(run(text.replace("/etc/", "/none/"))).why().code());
        try (var all = Files.list(file.getParent())) {
            assertEquals(3, all.count(), "the file and two copies, nothing half-made");
        }
    }

    @Test
    void patchesFitOrChangeNothing() throws Exception {
        Path file = folder.resolve("app.conf");
        Files.writeString(file, "# comment\na = 1\nb = 2\n");
        String text = """
                # Page

                ```diff {#a .patch path=%s}
                @@ -1,2 +1,2 @@
                -a = 1
                +a = 10
                 b = 2
                ```
                """.formatted(file);
        assertFalse(((StepOutcome.Passed) outcome(run(text), 0)).alreadySo());
        assertEquals("# comment\na = 10\nb = 2\n", Files.readString(file));
        assertTrue(((StepOutcome.Passed) outcome(run(text), 0)).alreadySo());
        Files.writeString(file, "a = 7\nb = 2\n");
        StepOutcome.Failed failed = failed(run(text));
        assertEquals(ExecCode.PATCH_DOES_NOT_FIT, failed.why().code());
        assertEquals(4, failed.why().span().startLine());
        assertEquals("a = 7\nb = 2\n", Files.readString(file));
        Files.delete(file);
        assertEquals(ExecCode.FILE_NOT_READ, failed(run(text)).why().code());
    }
}
