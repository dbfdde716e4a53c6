package dev.runbook.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's example, which is the sample project: its class is compiled, and run by name in a Java of its own. */
final class SampleProjectTest {
    private static final Path SAMPLE = Path.of("src/test/sample-project");
    private static final String CLASS = "src/test/java/RunbooksTest.java";

    @TempDir
    private Path project;

    @BeforeEach
    void build() throws IOException {
        SmallHandbook.copy(SAMPLE, project);
        SmallHandbook.copy(Path.of("runbooks/environments/centos"), project.resolve("runbooks/environments/centos"));
        Path classes = Files.createDirectories(project.resolve("target/test-classes"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        classPath(),
                        "-d",
                        classes.toString(),
                        project.resolve(CLASS).toString());
        assertEquals(0, compiled);
    }

    /** Absolute: the project is run in a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        project.resolve("target/test-classes") + File.pathSeparator + classPath(),
                        Child.class.getName(),
                        "RunbooksTest")
                .directory(project.toFile())
                .redirectError(project.resolve("target/err").toFile());
        builder.environment().remove("CI");
        builder.environment().put("RUNBOOK_LANG", "en");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> run(Map<String, String> environment) throws Exception {
        Process process = start(environment);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        assertEquals(
                0,
                process.waitFor(),
                () -> Stream.concat(lines.stream(), Stream.of(err())).collect(Collectors.joining("\n")));
        return lines;
    }

    private String err() {
        try {
            return Files.readString(project.resolve("target/err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void assertSaid(List<String> lines, String start, String inIt) {
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith(start) && l.contains(inIt)),
                () -> start + " … " + inIt + " is not in\n" + String.join("\n", lines));
    }

    @Test
    void itsStepsAreTests() throws Exception {
        List<String> lines = run(Map.of("RUNBOOK_BASE_IMAGE", Tools.requireBaseImage()));
        assertSaid(lines, "SUCCESSFUL test restart-nginx ", "");
        assertSaid(lines, "SUCCESSFUL test active ", "");
        assertSaid(lines, "ABORTED container restart-task-1 ", "for a person");
        assertTrue(err().contains("Steps: 1 manual, 2 passed."), err());
        assertTrue(Files.exists(project.resolve("target/verify/results.json")));
    }

    @Test
    void withoutAnEngineTheyAreSkippedByName() throws Exception {
        String socket = "unix://" + project.resolve("no.sock");
        List<String> lines = run(Map.of("DOCKER_HOST", socket));
        assertSaid(lines, "ABORTED test active ", "no container engine answers");
        List<String> inCi = run(Map.of("DOCKER_HOST", socket, "CI", "true"));
        assertSaid(inCi, "FAILED container runbooks/nginx.md ", "no container engine answers");
    }

    @Test
    void aRunThatIsEndedLeavesNoContainer() throws Exception {
        String base = Tools.requireBaseImage();
        Path runbook = project.resolve("runbooks/nginx.md");
        Files.writeString(runbook, Files.readString(runbook).replace("systemctl restart nginx", "sleep 600"));
        Process process = start(Map.of("RUNBOOK_BASE_IMAGE", base));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(out.lines().anyMatch(l -> l.startsWith("STARTED test restart-nginx")), this::err);
            process.toHandle().destroy();
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        Process list = new ProcessBuilder("docker", "ps", "-a", "--format", "{{.Label \"dev.runbook.owner\"}}").start();
        String owners = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(!owners.contains("/" + process.pid() + "/"), owners);
    }

    @Test
    void readmeShowsTheSameProject() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains("```java\n" + Files.readString(SAMPLE.resolve(CLASS)) + "```\n"));
        String pom = Files.readString(SAMPLE.resolve("pom.xml"));
        int from = pom.indexOf("    <dependency>");
        String dependencies = pom.substring(from, pom.indexOf("  </dependencies>"))
                .lines()
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
        assertTrue(readme.contains("```xml\n" + dependencies + "\n```\n"));
        String own = Files.readString(Path.of("pom.xml"));
        assertTrue(own.contains("<version>0.1.0-SNAPSHOT</version>"));
        assertTrue(own.contains("<junit-platform.version>1.13.4</junit-platform.version>"));
    }
}
