package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.ReadResults;
import dev.runbook.app.VerifyHandbook;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.container.ContainerCode;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import dev.runbook.testing.Tools;
import dev.runbook.verify.VerifyCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on runbooks that are right, wrong, or cannot be run, in real containers. */
final class VerifyTest {
    private static final Path ENVIRONMENT = Path.of("runbooks/environments/centos");

    @TempDir
    private Path folder;

    private String base = "";

    @BeforeEach
    void copyEnvironment() throws IOException {
        base = Tools.requireBaseImage();
        Path to = folder.resolve("runbooks/environments/centos");
        try (Stream<Path> all = Files.walk(ENVIRONMENT)) {
            for (Path from : all.collect(Collectors.toList())) {
                Path target = to.resolve(ENVIRONMENT.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(from, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        Files.writeString(folder.resolve("runbooks/handbook.yml"), "title: Test\nlanguages: [en]\n");
    }

    /** No container of this process may be left, whatever a test found. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        List<String> mine = mine();
        for (String id : mine) {
            new ProcessBuilder("docker", "rm", "-f", id).start().waitFor();
        }
        assertEquals(List.of(), mine, "containers left behind");
    }

    private static void killWhenBegun() {
        try {
            boolean killed = false;
            while (!killed) {
                for (String id : mine()) {
                    Process begun = new ProcessBuilder("docker", "exec", id, "test", "-e", "/root/begun").start();
                    if (begun.waitFor() == 0) {
                        killed =
                                new ProcessBuilder("docker", "kill", id).start().waitFor() == 0;
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Containers that belong to this process. */
    private static List<String> mine() throws IOException {
        String format = "{{.ID}} {{.Label \"dev.runbook.owner\"}}";
        Process list = new ProcessBuilder(
                        "docker", "ps", "-a", "--format", format, "--filter", "label=dev.runbook.owner")
                .start();
        String all = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.contains("/" + ProcessHandle.current().pid() + "/"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    private void runbook(String name, String frontMatter, String... blocks) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: " + name + "\nuser: root\n" + frontMatter + "---\n\n");
        text.append("## Steps {#steps}\n");
        for (String block : blocks) {
            text.append('\n').append(block).append('\n');
        }
        Files.writeString(folder.resolve("runbooks").resolve(name + ".md"), text);
    }

    private static String block(String attributes, String... code) {
        return "```bash {" + attributes + "}\n" + String.join("\n", code) + "\n```";
    }

    private CommandLines.Result verify(String... words) {
        List<String> all = new ArrayList<>(List.of("verify", "--base-image", base, "--results", "results"));
        all.addAll(List.of(words));
        return new CommandLines(folder).run(all.toArray(String[]::new));
    }

    private RunbookResult result(String name) {
        Path file = folder.resolve("results").resolve(VerifyHandbook.FILE);
        return ReadResults.read(List.of(file))
                .value()
                .get(0)
                .of(new RunbookId(name))
                .orElseThrow();
    }

    private StepProof step(String runbook, String name) {
        return result(runbook).steps().stream()
                .filter(s -> s.step().equals(name))
                .findFirst()
                .orElseThrow();
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
    void failsAtTheStepThatIsWrong() throws Exception {
        runbook(
                "wrong",
                "",
                block("#before .exec", "true"),
                block("#package .exec", "dnf -y install pgbouncerr"),
                block("#after .exec", "touch /tmp/after"));
        CommandLines.Result run = verify();
        assertEquals(1, run.exitCode(), run.err());
        assertEquals(Label.PASSED, step("wrong", "before").label());
        StepProof failed = step("wrong", "package");
        assertEquals(Label.FAILED, failed.label());
        assertEquals(ExecCode.COMMAND_FAILED, failed.why().orElseThrow().code());
        assertEquals(13, failed.why().orElseThrow().span().startLine());
        assertEquals("after=package", step("wrong", "after").note());
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
    void whatCouldNotBeRunIsNoFailure() throws Exception {
        runbook("hangs", "", block("#a .exec timeout=1s", "sleep 1000"));
        runbook("full", "", block("#a .exec", "echo x >/dev/full"));
        CommandLines.Result run = verify();
        assertEquals(2, run.exitCode(), run.out());
        assertEquals(Label.ERRORED, result("hangs").label());
        assertEquals(
                ContainerCode.DISK_FULL, step("full", "a").why().orElseThrow().code());
    }

    @Test
    void aContainerThatGoesIsSaid() throws Exception {
        runbook("killed", "", block("#a .exec", "touch /root/begun; sleep 60"), block("#b .exec", "true"));
        Thread killer = new Thread(VerifyTest::killWhenBegun);
        killer.start();
        CommandLines.Result run = verify();
        killer.join();
        assertEquals(2, run.exitCode(), run.out());
        assertEquals(
                ContainerCode.CONTAINER_LOST,
                result("killed").error().orElseThrow().code());
    }

    @Test
    void anImageThatDoesNotBuildIsSaidWithItsOutput() throws Exception {
        runbook("any", "", block("#a .exec", "true"));
        Path dockerfile = folder.resolve("runbooks/environments/centos/Dockerfile");
        Files.writeString(dockerfile, "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\nRUN echo told-first; exit 3\n");
        CommandLines.Result run = verify();
        assertEquals(2, run.exitCode());
        assertTrue(run.out().contains("told-first"), run.out());
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
