package dev.runbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build: the common commands on a small handbook, so that their classes get into the
 * class-data archive. Prints nothing and leaves nothing behind.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("check", "--lang", "ja", "--help"),
            List.of("new", "handbook", "handbook"),
            List.of("check", "--handbook", "handbook"),
            List.of("check", "--handbook", "handbook", "--format", "json", "--color", "always"),
            List.of("build", "--handbook", "handbook", "--out", "site"),
            List.of("sync", "--handbook", "handbook", "--accept"),
            List.of("list", "--handbook", "handbook", "--lang", "ja"),
            List.of("show", "first-runbook", "--handbook", "handbook", "--color", "always"),
            List.of("exec", "first-runbook", "--handbook", "handbook", "--dry-run"),
            List.of("exec", "first-runbook", "--handbook", "handbook", "--check"),
            List.of("exec", "first-runbook", "--handbook", "handbook", "--yes"),
            // A part that has nothing to run: so without a container engine, which a machine that builds may lack.
            List.of("verify", "--handbook", "proven", "--shard", "2/2", "--results", "results"),
            List.of("verify", "--handbook", "proven", "--shard", "2/2", "--results", "results"),
            List.of("report", "show", "results"),
            List.of("chekc"));

    /** A handbook with an environment. */
    private static final Map<String, String> PROVEN = Map.of(
            "proven/handbook.yml", "languages: [en]\n",
            "proven/one.md", "# One\n\n## Do {#do}\n\n```bash {#a .exec}\ntrue\n```\n",
            "proven/environments/any/Dockerfile", "FROM scratch\n",
            "proven/environments/any/environment.yml", "title: Any\n");

    private Training() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("runbook-training");
        for (Map.Entry<String, String> file : PROVEN.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Host host = new Host(
                    Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
                    InputStream.nullInputStream(),
                    nowhere,
                    nowhere,
                    false,
                    false,
                    false,
                    OptionalInt.empty(),
                    folder.toAbsolutePath());
            COMMANDS.forEach(command -> Main.run(host, command.toArray(String[]::new)));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
