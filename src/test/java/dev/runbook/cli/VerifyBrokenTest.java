package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.runbook.results.Label;
import dev.runbook.results.StepProof;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The handbook's own runbook on PgBouncer, each time with one mistake: it must fail where that mistake shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyBrokenTest {
    private static final Path SOURCE = VerifyHarness.HANDBOOK.resolve("database/pgbouncer.md");

    private VerifyHarness harness;
    private String text = "";

    @BeforeAll
    void verifyAll(@TempDir Path folder) throws IOException {
        harness = new VerifyHarness(folder, Tools.requireBaseImage());
        Files.delete(harness.handbook().resolve("handbook.yml"));
        VerifyHarness.copy(VerifyHarness.HANDBOOK, harness.handbook());
        text = Files.readString(SOURCE);
        broken("package", text.replace("dnf -y install pgbouncer\n", "dnf -y install pgbouncerr\n"));
        broken("port", text.replace("listen_port = 6432", "listen_port = 6433"));
        String userlist = block("write-userlist");
        String install = block("install-package");
        broken("order", text.replace(userlist, "\0").replace(install, userlist).replace("\0", install));
        broken("password", text.replaceFirst("PGPASSWORD=\"[$]DB_PASSWORD\"", "PGPASSWORD=\"x\\$DB_PASSWORD\""));
        CommandLines.Result run = harness.verify("broken-package", "broken-port", "broken-order", "broken-password");
        assertEquals(1, run.exitCode(), run.err() + run.out());
    }

    @AfterAll
    void nothingIsLeft() throws IOException {
        if (harness != null) {
            harness.assertNothingIsLeft();
        }
    }

    private String block(String step) {
        int from = text.indexOf("```bash {#" + step + " ");
        return text.substring(from, text.indexOf("\n```\n", from) + "\n```\n".length());
    }

    private void broken(String how, String changed) throws IOException {
        assertNotEquals(text, changed, "the mistake was made");
        Files.writeString(harness.handbook().resolve("database/broken-" + how + ".md"), changed);
    }

    /** It held up to a step, which failed at a line of the file that holds {@code code}. */
    private void assertFails(String how, String before, String step, String code) throws IOException {
        String name = "database/broken-" + how;
        assertEquals(Label.PASSED, harness.step(name, before).label());
        StepProof failed = harness.step(name, step);
        assertEquals(Label.FAILED, failed.label());
        int line = failed.why().orElseThrow().span().startLine();
        String[] lines =
                Files.readString(harness.handbook().resolve(name + ".md")).split("\n", -1);
        assertEquals(code, lines[line - 1]);
        assertEquals(
                1,
                harness.result(name).steps().stream()
                        .filter(s -> s.label() == Label.FAILED)
                        .count());
        assertEquals("after=" + step, harness.step(name, "mastodon-active").note());
    }

    @Test
    void aPackageThatDoesNotExist() throws IOException {
        assertFails("package", "port-free", "install-package", "dnf -y install pgbouncerr");
    }

    @Test
    void aPortThatNobodyListensAt() throws IOException {
        assertFails(
                "port",
                "pgbouncer-active",
                "pooled-login",
                "PGPASSWORD=\"$DB_PASSWORD\" psql -X -A -t -h 127.0.0.1 -p 6432 -U \"$DB_USER\" -d \"$DB_NAME\" <<'SQL'");
    }

    @Test
    void aStepThatComesTooEarly() throws IOException {
        assertFails("order", "port-free", "write-userlist", "cd /etc/pgbouncer");
    }

    @Test
    void aPasswordThatIsAnother() throws IOException {
        assertFails(
                "password",
                "hba-loaded",
                "direct-login",
                "PGPASSWORD=\"x$DB_PASSWORD\" psql -X -A -t -h 127.0.0.1 -p 5432 -U \"$DB_USER\" -d \"$DB_NAME\" <<'SQL'");
    }
}
