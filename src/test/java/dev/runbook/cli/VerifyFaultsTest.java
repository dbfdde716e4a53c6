package dev.runbook.cli;

import static dev.runbook.cli.VerifyHarness.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.container.ContainerCode;
import dev.runbook.results.Label;
import dev.runbook.testing.SocketProxy;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a runbook from being verified is no failure of it: status 2, said, with the results so far, and nothing left. */
@Timeout(300)
final class VerifyFaultsTest {
    private static final Path ENGINE = Path.of("/var/run/docker.sock");
    private static final String AS_IT_IS = "exec \"$@\"";

    @TempDir
    private Path folder;

    private VerifyHarness harness;

    @BeforeEach
    void begin() throws IOException {
        harness = new VerifyHarness(folder, Tools.requireBaseImage());
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        harness.assertNothingIsLeft();
    }

    @Test
    void aStepThatHangsOrFindsNoRoom() throws Exception {
        harness.runbook("hangs", "", block("#a .exec timeout=1s", "sleep 1000"));
        harness.runbook("full", "", block("#a .exec", "echo x >/dev/full"));
        CommandLines.Result run = harness.verify();
        assertEquals(2, run.exitCode(), run.out());
        assertEquals(Label.ERRORED, harness.result("hangs").label());
        assertEquals(
                ContainerCode.DISK_FULL,
                harness.step("full", "a").why().orElseThrow().code());
    }

    @Test
    void aContainerThatGoes() throws Exception {
        harness.runbook("killed", "", block("#a .exec", "touch /root/begun; sleep 60"), block("#b .exec", "true"));
        Thread killer = new Thread(() -> {
            try {
                VerifyHarness.docker(
                        "kill", VerifyHarness.awaitBegun(ProcessHandle.current().pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        CommandLines.Result run = harness.verify();
        killer.join();
        assertEquals(2, run.exitCode(), run.out());
        assertEquals(
                ContainerCode.CONTAINER_LOST,
                harness.result("killed").error().orElseThrow().code());
    }

    @Test
    void anImageThatDoesNotBuild() throws Exception {
        harness.runbook("any", "", block("#a .exec", "true"));
        String mark = "told-" + folder.getFileName();
        Files.writeString(
                harness.environment().resolve("Dockerfile"),
                "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\nRUN echo " + mark + "; exit 3\n");
        CommandLines.Result run = harness.verify();
        assertEquals(2, run.exitCode());
        assertTrue(run.out().contains(mark), run.out());
        List<String> left = VerifyHarness.docker("ps", "-a", "--no-trunc", "--format", "{{.Command}}");
        assertTrue(left.stream().noneMatch(command -> command.contains(mark)), left.toString());
    }

    @Test
    void anEngineThatStops() throws Exception {
        harness.runbook("a-whole", "", block("#a .exec", "true"));
        harness.runbook("lost", "requires: [a-whole]\n", block("#a .exec", "touch /root/begun; sleep 600"));
        long pid;
        try (SocketProxy proxy = new SocketProxy(ENGINE)) {
            Map<String, String> there = Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + proxy.port());
            Process run = harness.verifyApart(there, AS_IT_IS);
            pid = run.pid();
            VerifyHarness.awaitBegun(pid);
            proxy.stop();
            assertEquals(2, run.waitFor(), harness.said());
        }
        assertEquals(
                ContainerCode.ENGINE_LOST,
                harness.result("lost").error().orElseThrow().code(),
                harness.said());
        assertEquals(Label.PASSED, harness.result("a-whole").label(), "results so far");
        // Nobody could remove it then; the next run does.
        assertEquals(1, VerifyHarness.containers(pid).size());
        harness.runbook("next", "", block("#a .exec", "true"));
        assertEquals(0, harness.verify("next").exitCode());
        assertEquals(List.of(), VerifyHarness.containers(pid));
    }

    @Test
    void noEngineAtAll() throws Exception {
        harness.runbook("any", "", block("#a .exec", "true"));
        Process run = harness.verifyApart(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"), AS_IT_IS);
        assertEquals(2, run.waitFor(), harness.said());
        assertTrue(harness.said().contains("no container engine answers"), harness.said());
    }

    @Test
    void noRoomForTheResults() throws Exception {
        String[] steps =
                IntStream.range(0, 30).mapToObj(i -> block(".exec", "seq 3000")).toArray(String[]::new);
        harness.runbook("first", "", steps);
        assertEquals(0, harness.verify().exitCode());
        harness.runbook("second", "", block("#a .exec", "true"));
        // No file may grow over so many KiB: the results do.
        Process run = harness.verifyApart(Map.of(), "ulimit -f 300; " + AS_IT_IS, "second");
        assertEquals(2, run.waitFor(), harness.said());
        assertTrue(harness.said().contains("File too large"), harness.said());
        assertTrue(harness.said().contains("runbook: error"), harness.said());
        assertEquals(Label.PASSED, harness.result("first").label(), "results so far");
        assertEquals(List.of(), VerifyHarness.containers(run.pid()));
    }

    /** Where its image cannot be had, and nothing was said about it: verification goes on without. */
    @Test
    void noRyuk() throws Exception {
        harness.runbook("any", "", block("#a .exec", "true"));
        Process run = harness.verifyApart(Map.of(), AS_IT_IS);
        assertEquals(0, run.waitFor(), harness.said());
        assertEquals(List.of(), VerifyHarness.containers(run.pid()));
    }
}
