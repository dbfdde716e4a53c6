package dev.runbook.cli;

import static dev.runbook.cli.VerifyHarness.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.results.Label;
import dev.runbook.results.StepProof;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class VerifyWatchTest {
    private static final String WAITING = "Waiting for changes";
    private static final int INTERRUPTED = 130;

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

    private void edited(String last) throws IOException {
        harness.runbook(
                "edited",
                "",
                block("#first .exec user=mastodon", "NAME=value"),
                block("#second .exec", "touch /tmp/made; redis-cli set key 5"),
                block("#last .check user=mastodon", last));
    }

    /** Until it has waited so often. */
    private void awaitWaiting(Process run, int times) throws Exception {
        while (harness.said().split(WAITING, -1).length <= times) {
            assertTrue(run.isAlive(), harness.said());
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void whatWasEditedIsRunFromThereOn() throws Exception {
        edited("false");
        Process run = harness.verifyApart(Map.of(), "exec \"$@\"", "--watch");
        awaitWaiting(run, 1);
        assertEquals(Label.FAILED, harness.step("edited", "last").label(), harness.said());
        edited("false # again");
        awaitWaiting(run, 2);
        assertTrue(harness.said().contains("from the step last on"), harness.said());
        StepProof before = harness.step("edited", "second");
        // The shell's variables, files in memory and what Redis holds are there as if nothing had come between.
        edited("test \"$NAME\" = value; test -e /tmp/made; redis-cli get key | grep -q 5");
        awaitWaiting(run, 3);
        assertEquals(Label.PASSED, harness.step("edited", "last").label(), harness.said());
        assertEquals(before.at(), harness.step("edited", "second").at(), "was not run again");
        edited("true");
        harness.runbook("edited", "", block("#first .exec", "false"));
        awaitWaiting(run, 4);
        assertNotEquals(Label.PASSED, harness.result("edited").label(), harness.said());
        assertEquals(
                0,
                new ProcessBuilder("kill", "-INT", String.valueOf(run.pid()))
                        .start()
                        .waitFor());
        assertEquals(INTERRUPTED, run.waitFor());
        assertEquals(List.of(), VerifyHarness.containers(run.pid()));
        // What only that process could start from goes with the next run.
        harness.runbook("edited", "", block("#first .exec", "true"));
        assertEquals(0, harness.verify("edited").exitCode());
        assertEquals(List.of(), harness.images("--filter", "label=dev.runbook.checkpoint"));
    }
}
