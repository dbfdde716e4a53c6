package dev.runbook.cli;

import static dev.runbook.cli.VerifyHarness.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import dev.runbook.testing.Tools;
import dev.runbook.verify.VerifyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on runbooks that are right, wrong, or cannot be run, in real containers. */
final class VerifyTest {
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

    private void runbook(String name, String frontMatter, String... blocks) throws IOException {
        harness.runbook(name, frontMatter, blocks);
    }

    private CommandLines.Result verify(String... words) {
        return harness.verify(words);
    }

    private RunbookResult result(String name) {
        return harness.result(name);
    }

    private StepProof step(String runbook, String name) {
        return harness.step(runbook, name);
    }

    @Test
    void saysOfEachStepWhatItWas() throws Exception {
        runbook(
                "mixed",
                "",
                block("#done .exec", "echo done"),
                block("#stub .exec user=mastodon cwd=/home/mastodon/live", "RAILS_ENV=production bin/tootctl version"),
                block("#unit .check", "systemctl is-active mastodon-web"),
                block("#online .exec needs=internet", "exit 1"),
                block("#typed .exec interactive", "vi /etc/hosts"),
                "- [ ] Look at it");
        CommandLines.Result run = verify();
        assertEquals(0, run.exitCode(), run.err() + run.out());
        assertEquals(Label.PASSED, step("mixed", "done").label());
        assertEquals(Label.STUBBED, step("mixed", "stub").label());
        assertEquals("tootctl", step("mixed", "stub").note());
        assertEquals(Label.STUBBED, step("mixed", "unit").label());
        assertEquals(Label.SKIPPED, step("mixed", "online").label());
        assertEquals("needs=internet", step("mixed", "online").note());
        assertEquals(Label.MANUAL, step("mixed", "typed").label());
        assertTrue(result("mixed").setting().packages().containsKey("nginx"));
    }

    @Test
    void whatIsUnchangedIsNotRunAgain() throws Exception {
        runbook("one", "", block("#a .exec", "true"));
        runbook("two", "", block("#a .exec", "true"));
        assertEquals(0, verify().exitCode());
        RunbookResult one = result("one");
        RunbookResult two = result("two");
        runbook("two", "", block("#a .exec", "true # changed"));
        assertEquals(0, verify().exitCode());
        assertEquals(one.started(), result("one").started());
        assertTrue(result("two").started().isAfter(two.started()));
        assertEquals(0, verify("one", "--force").exitCode());
        assertTrue(result("one").started().isAfter(one.started()));
    }

    @Test
    void filesOfTheProjectAreCopiedAndDecideWhetherAResultStands() throws Exception {
        Path settings = folder.resolve("runbooks/environments/centos/environment.yml");
        Files.writeString(settings, Files.readString(settings) + "files: {/opt/given/tool: ../../../tool}\n");
        runbook("given", "", block("#a .check user=mastodon", "cat /opt/given/tool", "! test -w /opt/given/tool"));
        CommandLines.Result without = verify();
        assertEquals(2, without.exitCode(), without.out());
        assertTrue(without.err().contains("[missing-file]"), without.err());
        Files.writeString(folder.resolve("tool"), "first");
        assertEquals(0, verify().exitCode());
        assertEquals("first", step("given", "a").outputs().get(0).text());
        Files.writeString(folder.resolve("tool"), "second");
        assertEquals(0, verify().exitCode());
        assertEquals("second", step("given", "a").outputs().get(0).text());
    }

    @Test
    void whatIsRequiredWasCarriedOutBefore() throws Exception {
        String unique = folder.getFileName().toString();
        runbook(
                "first",
                "",
                block("#make .exec", "echo " + unique + " >/root/made", "systemctl stop nginx", "redis-cli set k v"));
        String look = "grep -q " + unique + " /root/made; redis-cli get k | grep -q v";
        runbook("second", "requires: [first]\n", block("#look .check", look));
        runbook("third", "requires: [second]\n", block("#look .check", look, "! systemctl is-active nginx"));
        CommandLines.Result run = verify("third");
        assertEquals(Label.PASSED, result("second").label(), run.out());
        assertEquals(Label.PASSED, result("first").label());
        runbook("first", "", block("#make .exec", "false"));
        assertEquals(1, verify("third").exitCode());
        assertEquals(
                VerifyCode.REQUIREMENT_DOES_NOT_HOLD,
                result("second").error().orElseThrow().code());
    }

    @Test
    void whatHoldsOnlyAtFirstNeedNotHoldAgain() throws Exception {
        runbook(
                "once",
                "",
                block("#before .check once", "systemctl is-active nginx"),
                block("#stop .exec", "systemctl stop nginx"));
        assertEquals(0, verify("--idempotent").exitCode());
        assertEquals(Label.PASSED, step("once", "before").label());
        runbook(
                "once",
                "",
                block("#before .check", "systemctl is-active nginx"),
                block("#stop .exec", "systemctl stop nginx"));
        assertEquals(1, verify("--idempotent").exitCode());
    }

    @Test
    void onlyWhatIsStillOfUseIsKept() throws Exception {
        String other = "# " + folder.getFileName() + "\n";
        Path settings = harness.environment().resolve("environment.yml");
        String yaml = Files.readString(settings);
        runbook("first", "", block("#a .exec", "touch /root/one"));
        runbook("second", "requires: [first]\n", block("#a .check", "test -e /root/one"));
        Files.writeString(settings, yaml + other);
        assertEquals(0, verify().exitCode());
        List<String> images = harness.images();
        assertEquals(2, images.size(), images.toString());
        runbook("first", "", block("#a .exec", "touch /root/one # again"));
        assertEquals(0, verify().exitCode());
        List<String> again = harness.images();
        assertEquals(2, again.size(), "the new snapshot in place of the old one: " + again);
        assertEquals(1, again.stream().filter(images::contains).count(), "the environment's image: " + again);
        Files.writeString(settings, yaml + other + other);
        assertEquals(0, verify().exitCode());
        List<String> last = harness.images();
        assertEquals(2, last.size(), last.toString());
        assertTrue(last.stream().noneMatch(again::contains), last.toString());
    }

    @Test
    void twiceAndBack() throws Exception {
        runbook("twice", "", block("#a .exec", "mkdir /root/made"));
        assertEquals(0, verify().exitCode());
        CommandLines.Result run = verify("--idempotent");
        assertEquals(1, run.exitCode(), run.out());
        assertEquals(Label.FAILED, step("twice", "a").label());
        runbook("twice", "", "```ini {#f .file path=/etc/made.conf}\nx = 1\n```", block("#u .undo of=f", "true"));
        CommandLines.Result left = verify("--undo-too");
        assertEquals(1, left.exitCode(), left.out());
        StepProof undo = step("twice", "u");
        assertEquals(VerifyCode.NOT_UNDONE, undo.why().orElseThrow().code());
        assertTrue(undo.why().orElseThrow().arguments().get(0).contains("/etc/made.conf"));
        runbook(
                "twice",
                "",
                "```ini {#f .file path=/etc/made.conf}\nx = 1\n```",
                block("#u .undo of=f", "rm /etc/made.conf"));
        assertEquals(0, verify("--undo-too").exitCode());
        assertFalse(result("twice").steps().isEmpty());
    }
}
