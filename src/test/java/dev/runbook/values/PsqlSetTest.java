package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real psql and a server of its own, which listens on a socket in a temporary folder only. */
final class PsqlSetTest {
    @TempDir
    static Path folder;

    private static Path bin = Path.of("");

    @BeforeAll
    static void startServer() throws Exception {
        Tools.require("psql");
        bin = serverPrograms();
        if (isRoot()) {
            Tools.require("runuser");
            run("chmod", "755", folder.toString());
            run("chown", "nobody", folder.toString());
        }
        asNobody(
                bin.resolve("initdb").toString(),
                "-D",
                data(),
                "-U",
                "nobody",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync");
        asNobody(
                bin.resolve("pg_ctl").toString(),
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses='' -k " + folder,
                "start");
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            asNobody(bin.resolve("pg_ctl").toString(), "-D", data(), "-w", "-m", "immediate", "stop");
        }
    }

    @Test
    void givesEachValueExactly() throws Exception {
        List<String> values = new ArrayList<>(QuotingTest.values());
        values.add("\b\f\u000b\u001f");
        values.add("x'; DROP TABLE t; --\n\\! touch nowhere\n\\q");
        values.add("'`\"\n秘;\\:X".repeat(100_000));
        StringBuilder script = new StringBuilder();
        for (String value : values) {
            script.append(Quoting.psqlSet("NAME", value)).append('\n');
            script.append("SELECT encode(convert_to(:'NAME', 'UTF8'), 'hex');\n");
        }
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        String output = asNobody(
                "psql",
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                folder.toString(),
                "-d",
                "postgres",
                "-f",
                file.toString());
        List<String> lines = List.of(output.split("\n", -1));
        assertEquals(values.size() + 1, lines.size(), output);
        for (int i = 0; i < values.size(); i++) {
            byte[] bytes = HexFormat.of().parseHex(lines.get(i));
            assertEquals(values.get(i), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Path serverPrograms() throws IOException {
        Path root = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(root)) {
            try (Stream<Path> versions = Files.list(root)) {
                List<Path> found = versions.map(v -> v.resolve("bin"))
                        .filter(b -> Files.isExecutable(b.resolve("initdb")))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found.get(found.size() - 1);
                }
            }
        }
        return Tools.require("initdb").resolveSibling("");
    }

    /** A server refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static String asNobody(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "nobody", "--") : List.of());
        all.addAll(List.of(command));
        return run(all.toArray(String[]::new));
    }

    /** To a file: a server that goes on would hold a pipe open. */
    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("psql", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String text = Files.readString(output);
            assertEquals(0, process.waitFor(), text);
            return text;
        } finally {
            Files.delete(output);
        }
    }
}
