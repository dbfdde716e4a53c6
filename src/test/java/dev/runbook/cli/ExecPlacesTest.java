package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.rehearsal.HostState;
import dev.runbook.exec.ssh.Sshd;
import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec} in other places than on this machine itself, and two runs on one host, through the command line. */
final class ExecPlacesTest {
    private final String id = "places-" + System.nanoTime();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void handbook() throws IOException {
        Tools.require("bash");
        Tools.require("flock");
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja]\n");
    }

    @AfterEach
    void removeLocks() throws IOException {
        HostLocks.remove(id);
    }

    private void write(String blocks) throws IOException {
        SampleHandbook.write(folder, id + ".md", """
                ---
                title: 場所
                params:
                  TOKEN: {label: トークン, secret: true}
                  NAME: {label: 名前, default: web}
                ---

                ## 手順 {#steps}

                """ + blocks);
    }

    private CommandLines runbook(Map<String, String> environment, String state) {
        CommandLines lines = new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.resolve(state).toString())
                .with("RUNBOOK_LANG", "en")
                .with("RUNBOOK_PARAM_TOKEN", "s3cret-t0ken");
        environment.forEach(lines::with);
        return lines;
    }

    private CommandLines.Result exec(Map<String, String> environment, String... more) {
        List<String> words = new ArrayList<>(List.of("exec", id, "--yes"));
        words.addAll(List.of(more));
        return runbook(environment, "state").run(words.toArray(String[]::new));
    }

    private String record(String state) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(state))) {
            return Files.readString(
                    files.filter(f -> f.endsWith("journal.jsonl")).findFirst().orElseThrow());
        }
    }

    @Test
    void overSsh(@TempDir Path server) throws Exception {
        write("""
                ```bash {#there .exec}
                echo "$NAME over ssh" >@SERVER/written
                ```

                ```console {#holds .check}
                $ cat @SERVER/written
                web over ssh
                ```

                ```bash {#fails .check}
                echo "$TOKEN"
                false
                ```
                """.replace("@SERVER", server.toString()).replace("$ cat", user().equals("root") ? "# cat" : "$ cat"));
        Sshd sshd = Sshd.start(server);
        try {
            CommandLines.Result result = exec(sshd.environment(), "--on", sshd.address());

            assertEquals(1, result.exitCode(), result.out() + result.err());
            assertTrue(Files.readString(server.resolve("sshd.log")).contains("Accepted publickey for " + user()));
            assertEquals("web over ssh\n", Files.readString(server.resolve("written")));
            assertTrue(result.out().contains(user() + "@"), result.out());
            assertTrue(result.out().contains("2 done, 1 failed"), result.out());
            assertTrue(record("state").contains("\"kind\":\"ssh\""), record("state"));
            assertFalse((result.out() + result.err() + record("state")).contains("s3cret"), result.out());

            CommandLines.Result checks = exec(sshd.environment(), "--check", "--only", "holds", "--on", sshd.address());
            assertEquals(0, checks.exitCode(), checks.out() + checks.err());
        } finally {
            sshd.stop();
        }
    }

    @Test
    void whereNobodyAnswersNothingIsRunOrRecorded(@TempDir Path server) throws Exception {
        write("```bash {#a .exec}\ntrue\n```\n");
        Sshd sshd = Sshd.start(server);
        sshd.stop();

        CommandLines.Result result = exec(sshd.environment(), "--on", sshd.address());

        assertEquals(2, result.exitCode(), result.out() + result.err());
        assertFalse(Files.exists(folder.resolve("state")));
        CommandLines.Result bad = exec(Map.of(), "--on", "ssh://user:password@host");
        assertEquals(2, bad.exitCode(), bad.out() + bad.err());
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    @Test
    void aSecondRunOnTheHostIsRefusedWhoeverBeginsIt() throws Exception {
        write("```bash {#slow .exec timeout=2m}\ntrue\nsleep 985\n```\n");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec " + Pty.runbook("exec " + id + " --yes").replace("in,out,err", ""))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("RUNBOOK_PARAM_TOKEN", "s3cret-t0ken");
        Process process = builder.start();
        try {
            while (process.isAlive() && process.descendants().noneMatch(ExecPlacesTest::sleeps)) {
                Thread.sleep(20);
            }
            assertTrue(process.isAlive(), () -> read(folder.resolve("out")));

            for (String state : List.of("state", "another-persons")) {
                CommandLines.Result second = runbook(Map.of(), state).run("exec", id, "--yes");

                assertEquals(2, second.exitCode(), second.out() + second.err());
                assertTrue(second.err().contains("carried out on this host already"), second.err());
                assertTrue(second.err().contains(user() + "@"), second.err());
            }
        } finally {
            List<ProcessHandle> below = process.descendants().toList();
            process.destroyForcibly().waitFor();
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("sleep 985");
    }

    @Test
    void aRehearsalChangesNothingAndKeepsTheFiles() throws Exception {
        HostState.requireRehearsals();
        Path host = Files.createTempDirectory(Path.of("/opt"), "runbook-cli");
        try {
            rehearse(host);
        } finally {
            try (Stream<Path> files = Files.walk(host)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void rehearse(Path host) throws Exception {
        Files.createDirectory(
                host.resolve("conf"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        Files.writeString(host.resolve("conf/web.ini"), "port = 80\nname = old\n");
        Files.writeString(host.resolve("gone"), "gone\n");
        write("""
                ```bash {#changes .exec cwd=@HOST}
                sed -i s/old/$NAME/ conf/web.ini
                chown daemon conf/web.ini
                rm gone
                printf 'token %s\\n' "$TOKEN" >new
                chown daemon new
                chmod 4750 new
                ln -s new link
                mkdir -p deep/er
                chmod 1777 deep
                ```

                ```console {#holds .check}
                # cat @HOST/conf/web.ini
                port = 80
                name = web
                ```
                """.replace("@HOST", host.toString()));
        HostState before = HostState.now(host);
        Path keep = folder.resolve("kept");

        CommandLines.Result result = exec(Map.of(), "--rehearse", "--keep", keep.toString());

        assertEquals("", before.difference(HostState.now(host)));
        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("~ " + host + "/conf/web.ini"), result.out());
        assertTrue(result.out().contains("- " + host + "/gone"), result.out());
        assertFalse((result.out() + result.err() + record("state")).contains("s3cret"), result.out());
        assertTrue(record("state").contains("\"kind\":\"rehearsal\""), record("state"));
        assertFalse(result.out().contains("--resume"), result.out());

        assertEquals(0700, mode(keep));
        assertEquals(0700, mode(keep.resolve("files")));
        String patch = Files.readString(keep.resolve("changes.patch"));
        assertTrue(patch.contains("-name = old\n+name = web\n"), patch);
        assertFalse(patch.contains("s3cret"), patch);
        Path kept = keep.resolve("files").resolve(Path.of("/").relativize(host));
        assertEquals("port = 80\nname = web\n", Files.readString(kept.resolve("conf/web.ini")));
        assertEquals("daemon", Files.getOwner(kept.resolve("conf/web.ini")).getName());
        assertEquals(0750, mode(kept.resolve("conf")));
        assertEquals("token s3cret-t0ken\n", Files.readString(kept.resolve("new")));
        assertEquals(04750, mode(kept.resolve("new")));
        assertEquals(Path.of("new"), Files.readSymbolicLink(kept.resolve("link")));
        assertEquals(01777, mode(kept.resolve("deep")));
        assertTrue(Files.isDirectory(kept.resolve("deep/er")));
        assertFalse(Files.exists(kept.resolve("gone")));

        CommandLines.Result again = exec(Map.of(), "--rehearse", "--keep", keep.toString());
        assertEquals(2, again.exitCode(), again.out() + again.err());
        assertTrue(again.err().contains("is not an empty folder; nothing was run"), again.err());
        CommandLines.Result resumed = exec(Map.of(), "--resume");
        assertEquals(2, resumed.exitCode(), resumed.out() + resumed.err());
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
    }
}
