package dev.runbook.exec.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SshLauncherTest {
    @TempDir
    Path folder;

    private Sshd sshd;
    private Set<Path> before = Set.of();

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(folder);
        before = controlFolders();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        try {
            eventually("no connection is served", () -> sshd.servers().isEmpty());
            eventually("no folder is left", () -> controlFolders().equals(before));
        } finally {
            sshd.stop();
        }
    }

    @Test
    void thePlaceIsTheOtherMachine() throws Exception {
        try (SshLauncher ssh = connect(Map.of())) {
            assertEquals("ssh", ssh.place().kind());
            assertEquals(System.getProperty("user.name"), ssh.place().user());
            assertEquals(run(ssh, "uname", "-n"), ssh.place().host() + "\n");
        }
    }

    @Test
    void bytesAndWordsArriveAsTheyAre() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        try (SshLauncher ssh = connect(Map.of())) {
            Channel channel = ssh.start(List.of("cat"));
            Thread writer = new Thread(() -> {
                try (OutputStream input = channel.input()) {
                    input.write(bytes);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            writer.start();
            assertArrayEquals(bytes, channel.output().readAllBytes());
            assertEquals(0, channel.waitFor());
            writer.join();

            assertEquals("[$(id)][it's \\ \n二][]", run(ssh, "printf", "[%s]", "$(id)", "it's \\ \n二", ""));
        }
    }

    @Test
    void streamsAreApartAndStatusesArrive() throws Exception {
        try (SshLauncher ssh = connect(Map.of())) {
            Channel channel = ssh.start(List.of("sh", "-c", "echo out; echo err >&2; exit 7"));
            assertEquals("out\n", new String(channel.output().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("err\n", new String(channel.errors().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(7, channel.waitFor());

            assertEquals(128 + 9, ssh.start(List.of("sh", "-c", "kill -9 $$")).waitFor());
            assertEquals(127, ssh.start(List.of("no-such-program")).waitFor());
        }
    }

    @Test
    void thereIsNoTerminal() throws Exception {
        try (SshLauncher ssh = connect(Map.of())) {
            assertEquals(
                    "none\n", run(ssh, "sh", "-c", "if (: </dev/tty) 2>/dev/null; then echo some; else echo none; fi"));
        }
    }

    @Test
    void oneConnectionServesAll() throws Exception {
        try (SshLauncher ssh = connect(Map.of())) {
            String port = "echo ${SSH_CONNECTION#* }";
            assertEquals(run(ssh, "sh", "-c", port), run(ssh, "sh", "-c", port));
        }
    }

    @Test
    void aKilledLinkIsLostContactAndIsNotMadeAgain() throws Exception {
        try (SshLauncher ssh = connect(Map.of())) {
            Channel channel = ssh.start(List.of("sh", "-c", "echo started; exec sleep 600"));
            assertEquals('s', channel.output().read());
            kill();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> channel.output().readAllBytes());
            assertEquals(255, channel.waitFor());
            eventually("it is known", () -> isLost(ssh));

            BackendException lost = assertThrows(BackendException.class, () -> ssh.start(List.of("true")));
            assertEquals(ExecCode.CONTACT_LOST, lost.code());
            assertFalse(lost.arguments().get(0).isBlank());
            assertEquals(
                    ExecCode.CONTACT_LOST,
                    assertThrows(BackendException.class, () -> ssh.attach(List.of("true")))
                            .code());
        }
    }

    @Test
    void aSilentLinkIsLostContact() throws Exception {
        Map<String, String> keepAlive = Map.of("ServerAliveInterval", "1", "ServerAliveCountMax", "1");
        try (SshLauncher ssh = connect(keepAlive)) {
            Channel channel = ssh.start(List.of("sh", "-c", "echo started; exec sleep 600"));
            assertEquals('s', channel.output().read());
            List<ProcessHandle> servers = sshd.servers();
            signal("STOP", servers);
            try {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> channel.output().readAllBytes());
                assertEquals(255, channel.waitFor());
            } finally {
                kill();
            }
        }
    }

    @Test
    void aKeyThatIsNotKnownThere() throws Exception {
        Sshd.key(folder.resolve("other"));
        Map<String, String> environment =
                Map.of(SshLauncher.OPTIONS, sshd.options().replace("/id", "/other"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        BackendException refused =
                assertThrows(BackendException.class, () -> SshLauncher.connect(sshd.target(), environment, said));

        assertEquals(ExecCode.UNREACHABLE, refused.code());
        assertEquals(sshd.target().toString(), refused.arguments().get(0));
        assertTrue(refused.arguments().get(1).contains("Permission denied"), refused.arguments()::toString);
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("Permission denied"));
    }

    @Test
    void aPortWhereNobodyListens() throws Exception {
        SshTarget target = SshTarget.parse("ssh://127.0.0.1:" + Sshd.freePort());

        BackendException refused = assertThrows(
                BackendException.class,
                () -> SshLauncher.connect(target, sshd.environment(), OutputStream.nullOutputStream()));

        assertEquals(ExecCode.UNREACHABLE, refused.code());
        assertTrue(refused.arguments().get(1).contains("refused"), refused.arguments()::toString);
    }

    @Test
    void aHostWhoseKeyHasChanged() throws Exception {
        Sshd.key(folder.resolve("impostor"));
        String key = Files.readString(folder.resolve("impostor.pub"));
        String host = sshd.target().toString().replace("ssh://127.0.0.1:", "[127.0.0.1]:");
        Files.writeString(folder.resolve("known_hosts"), host + " " + key);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        BackendException refused = assertThrows(
                BackendException.class, () -> SshLauncher.connect(sshd.target(), sshd.environment(), said));

        assertEquals(ExecCode.UNREACHABLE, refused.code());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("IDENTIFICATION HAS CHANGED"));
        assertTrue(refused.arguments().get(1).contains("Host key verification failed"));
    }

    @Test
    void anAccountWithoutAShell() throws Exception {
        Files.writeString(
                folder.resolve("authorized"),
                "command=\"echo This account is not available; exit 1\" " + Files.readString(folder.resolve("id.pub")));

        BackendException refused = assertThrows(BackendException.class, () -> connect(Map.of()));

        assertEquals(ExecCode.UNREACHABLE, refused.code());
        assertTrue(refused.arguments().get(1).contains("not available"), refused.arguments()::toString);
    }

    @Test
    void aKilledProcessLeavesNothing() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Connects.class.getName(),
                sshd.target().toString());
        builder.environment().putAll(sshd.environment());
        Process java = builder.redirectErrorStream(true).start();
        try {
            assertEquals(
                    "connected",
                    new java.io.BufferedReader(
                                    new java.io.InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
            assertFalse(sshd.servers().isEmpty());
            assertFalse(controlFolders().equals(before));
        } finally {
            java.destroyForcibly().waitFor();
        }
    }

    /** Connects, opens a channel, and waits to be killed. */
    static final class Connects {
        private Connects() {}

        public static void main(String[] arguments) throws Exception {
            SshLauncher ssh = SshLauncher.connect(
                    SshTarget.parse(arguments[0]), System.getenv(), OutputStream.nullOutputStream());
            ssh.start(List.of("cat"));
            System.out.println("connected");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    private SshLauncher connect(Map<String, String> more) throws Exception {
        StringBuilder options = new StringBuilder();
        more.forEach(
                (key, value) -> options.append(" -o ").append(key).append('=').append(value));
        Map<String, String> environment = new HashMap<>();
        environment.put(SshLauncher.OPTIONS, sshd.options() + options);
        return SshLauncher.connect(sshd.target(), environment, OutputStream.nullOutputStream());
    }

    private static String run(SshLauncher ssh, String... words) throws Exception {
        Channel channel = ssh.start(List.of(words));
        String said = new String(channel.output().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, channel.waitFor());
        return said;
    }

    private void kill() throws Exception {
        sshd.servers().forEach(ProcessHandle::destroyForcibly);
        TimeUnit.MILLISECONDS.sleep(1);
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor());
        }
    }

    private static boolean isLost(SshLauncher ssh) {
        try {
            ssh.start(List.of("true")).waitFor();
            return false;
        } catch (BackendException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Path> controlFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(p -> p.getFileName().toString().startsWith("rb")).collect(Collectors.toSet());
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(String what, Condition condition) throws Exception {
        for (int i = 0; i < 500 && !condition.holds(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertTrue(condition.holds(), what);
    }
}
