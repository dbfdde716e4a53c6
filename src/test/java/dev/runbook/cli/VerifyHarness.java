package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.app.ReadResults;
import dev.runbook.app.VerifyHandbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A handbook with the real environment in a folder of its own, and what verifying it leaves in the engine. */
final class VerifyHarness {
    static final Path HANDBOOK = Path.of("runbooks");
    private static final String ENVIRONMENT = "environments/centos";
    private static final String OWNER = "label=dev.runbook.owner";

    private final Path folder;
    private final String base;

    /**
     * For one test.
     *
     * @param folder an empty one
     * @param base the image to build on
     */
    VerifyHarness(Path folder, String base) throws IOException {
        this.folder = folder;
        this.base = base;
        copy(HANDBOOK.resolve(ENVIRONMENT), handbook().resolve(ENVIRONMENT));
        Files.writeString(handbook().resolve("handbook.yml"), "title: Test\nlanguages: [en]\n");
    }

    Path handbook() {
        return folder.resolve("runbooks");
    }

    Path environment() {
        return handbook().resolve(ENVIRONMENT);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    void runbook(String name, String frontMatter, String... blocks) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: " + name + "\nuser: root\n" + frontMatter + "---\n\n");
        text.append("## Steps {#steps}\n");
        for (String block : blocks) {
            text.append('\n').append(block).append('\n');
        }
        Files.writeString(handbook().resolve(name + ".md"), text);
    }

    static String block(String attributes, String... code) {
        return "```bash {" + attributes + "}\n" + String.join("\n", code) + "\n```";
    }

    private List<String> words(String... more) {
        List<String> all = new ArrayList<>(List.of("verify", "--base-image", base, "--results", "results"));
        all.addAll(List.of(more));
        return all;
    }

    CommandLines.Result verify(String... more) {
        return new CommandLines(folder).run(words(more).toArray(String[]::new));
    }

    /**
     * The same in a process of its own, which can have an environment of its own.
     *
     * @param shell runs {@code "$@"}, the command
     */
    Process verifyApart(Map<String, String> variables, String shell, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                shell,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.home=" + Files.createDirectories(folder.resolve("home")),
                "-cp",
                absoluteClasspath(),
                Main.class.getName()));
        command.addAll(words(more));
        command.addAll(List.of("--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TESTCONTAINERS_"));
        builder.environment().putAll(variables);
        builder.redirectError(folder.resolve("err").toFile());
        builder.redirectOutput(folder.resolve("out").toFile());
        return builder.start();
    }

    private static String absoluteClasspath() {
        return Stream.of(System.getProperty("java.class.path").split(":", -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((a, b) -> a + ":" + b)
                .orElse("");
    }

    /** What the process apart wrote. */
    String said() throws IOException {
        return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
    }

    RunbookResult result(String name) {
        Path file = folder.resolve("results").resolve(VerifyHandbook.FILE);
        return ReadResults.read(List.of(file))
                .value()
                .get(0)
                .of(new RunbookId(name))
                .orElseThrow();
    }

    StepProof step(String runbook, String name) {
        return result(runbook).steps().stream()
                .filter(s -> s.step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Containers that belong to a process. */
    static List<String> containers(long pid) throws IOException {
        return docker("ps", "-a", "--format", "{{.ID}} {{.Label \"dev.runbook.owner\"}}", "--filter", OWNER).stream()
                .filter(line -> line.contains("/" + pid + "/"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    /** Removes what a test left, and says so: whatever was tested, no container of this process may stay. */
    void assertNothingIsLeft() throws IOException {
        List<String> mine = containers(ProcessHandle.current().pid());
        for (String id : mine) {
            docker("rm", "-f", id);
        }
        for (String image : images()) {
            docker("rmi", image);
        }
        assertEquals(List.of(), mine, "containers left behind");
    }

    /** Images that were made for this folder. */
    List<String> images(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "images",
                "--format",
                "{{.Repository}}:{{.Tag}}",
                "--filter",
                "label=dev.runbook.folder=" + environment()));
        words.addAll(List.of(more));
        return docker(words.toArray(String[]::new));
    }

    /** The lines that a command of the engine's writes. */
    static List<String> docker(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Waits until a step of a process's runbook has made {@code /root/begun}, and names the container. */
    static String awaitBegun(long pid) throws IOException, InterruptedException {
        while (true) {
            for (String id : containers(pid)) {
                Process begun = new ProcessBuilder("docker", "exec", id, "test", "-e", "/root/begun").start();
                if (begun.waitFor() == 0) {
                    return id;
                }
            }
        }
    }
}
