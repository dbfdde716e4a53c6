package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.runbook.model.Parameter;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.Asker;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatherValuesTest {
    private static final Parameter HOST = parameter("HOST", false);
    private static final Parameter TOKEN = parameter("TOKEN", true);

    @TempDir
    Path folder = Path.of("");

    private List<String> params = List.of();
    private Optional<String> file = Optional.empty();
    private List<String> secretFiles = List.of();
    private List<String> secretCommands = List.of();
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void writeFiles() throws IOException {
        write("token", "se=cret \n\n", "rw-------");
        write("open", "s", "rw-r--r--");
        write("values.yml", "HOST: from file\nTOKEN: t\n", "rw-r-----");
    }

    @Test
    void readsEverySource() throws Exception {
        params = List.of("HOST=a=b\n");
        secretFiles = List.of("TOKEN=token");
        assertEquals(
                Map.of("HOST", "a=b\n", "TOKEN", "se=cret \n"), gather().value().all());

        secretFiles = List.of();
        secretCommands = List.of("TOKEN=printf '%s\\n' \"$((6 * 7))\"");
        assertEquals("42", gather().value().all().get("TOKEN"));

        params = List.of();
        file = Optional.of("values.yml");
        environment = Map.of("RUNBOOK_PARAM_HOST", "from environment", "HOST", "other");
        Parsed<Values> values = gather();
        assertEquals(Map.of("HOST", "from file", "TOKEN", "t"), values.value().all());
        assertEquals(List.of(), said(values));

        file = Optional.empty();
        assertEquals("from environment", gather().value().all().get("HOST"));
    }

    @Test
    void fetchesNoSecretThatIsGivenOtherwise() throws Exception {
        environment = Map.of("RUNBOOK_PARAM_TOKEN", "t", "RUNBOOK_PARAM_HOST", "h");
        secretCommands = List.of("TOKEN=touch ran", "TOKN=touch ran");
        assertEquals(List.of("unknown-value TOKN TOKEN"), said(gather()));
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void saysWhyASecretCannotBeFetched() throws Exception {
        params = List.of("HOST=h");
        secretCommands = List.of("TOKEN=echo half; exit 3");
        assertEquals(List.of("secret-command-failed TOKEN 3"), said(gather()));

        secretCommands = List.of();
        secretFiles = List.of("TOKEN=nowhere");
        assertEquals(List.of("secret-file-unreadable TOKEN nowhere No such file"), said(gather()));

        write("binary", "", "rw-------");
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF});
        secretFiles = List.of("TOKEN=binary");
        assertEquals(List.of("value-not-text TOKEN binary"), said(gather()));
    }

    @Test
    void warnsOfSecretsThatOthersCanRead() throws Exception {
        params = List.of("HOST=h");
        secretFiles = List.of("TOKEN=open");
        Parsed<Values> values = gather();
        assertEquals(List.of("secret-file-exposed open TOKEN"), said(values));
        assertEquals("s", values.value().all().get("TOKEN"));

        secretFiles = List.of();
        file = Optional.of("values.yml");
        write("values.yml", "TOKEN: t\n", "rw-r--r--");
        Parsed<Values> listed = gather();
        assertEquals(List.of("secret-file-exposed values.yml TOKEN"), said(listed));
        assertEquals("values.yml:1:1", listed.diagnostics().get(0).span().toString());
    }

    @Test
    void saysHowAnArgumentIsWritten() throws Exception {
        params = List.of("HOST", "=x");
        secretFiles = List.of("TOKEN=token");
        assertEquals(List.of("bad-assignment --param NAME=VALUE", "bad-assignment --param NAME=VALUE"), said(gather()));
    }

    @Test
    void asksForTheRest() throws Exception {
        secretFiles = List.of("TOKEN=token");
        Asker asker = (parameter, refused) -> Optional.of("typed " + parameter.name());
        assertEquals("typed HOST", gather(asker).value().all().get("HOST"));
    }

    private Parsed<Values> gather() throws InterruptedException {
        return gather(Asker.NOBODY);
    }

    private Parsed<Values> gather(Asker asker) throws InterruptedException {
        GatherValues.Request request =
                new GatherValues.Request(params, file, secretFiles, secretCommands, environment, folder);
        return GatherValues.gather("db/pool.md", List.of(HOST, TOKEN), request, asker);
    }

    private static List<String> said(Parsed<Values> values) {
        return values.diagnostics().stream()
                .map(d -> d.code().id() + " " + String.join(" ", d.arguments()))
                .toList();
    }

    private void write(String name, String text, String permissions) throws IOException {
        Path path = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static Parameter parameter(String name, boolean secret) {
        Span span = new Span("db/pool.md", 2, 3, 2, 8);
        return new Parameter(name, Optional.empty(), Optional.empty(), Optional.empty(), secret, span);
    }
}
