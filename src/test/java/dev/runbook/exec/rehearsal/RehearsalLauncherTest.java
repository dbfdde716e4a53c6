package dev.runbook.exec.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.rehearsal.Changes.Change;
import dev.runbook.exec.rehearsal.Changes.Kind;
import dev.runbook.exec.shell.Channel;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On files of its own in a folder that no rule leaves out, and on this machine's own. */
final class RehearsalLauncherTest {
    private HostState before;
    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        HostState.requireRehearsals();
        ControlGroups.clean();
        folder = Files.createTempDirectory(Path.of("/opt"), "runbook test");
        before = HostState.now(folder);
    }

    @AfterEach
    void theHostIsAsBefore() throws Exception {
        HostState after = HostState.now(folder);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertEquals("", before.difference(after));
    }

    @Test
    void changesAreToldAndAreNotMade() throws Exception {
        Files.writeString(folder.resolve("changed"), "one\ntwo\nthree\n");
        Files.writeString(folder.resolve("deleted"), "gone\n");
        Files.writeString(folder.resolve("touched"), "same\n");
        Files.writeString(folder.resolve("mode"), "mode\n");
        Files.setPosixFilePermissions(folder.resolve("mode"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(folder.resolve("binary"), new byte[] {0, 1, 2});
        Files.createSymbolicLink(folder.resolve("link"), Path.of("changed"));
        Files.createDirectories(folder.resolve("tree/sub"));
        Files.writeString(folder.resolve("tree/sub/file"), "in a tree\n");
        Files.createDirectories(folder.resolve("again"));
        Files.writeString(folder.resolve("again/old"), "old\n");
        before = HostState.now(folder);

        Changes changes;
        try (RehearsalLauncher inside = RehearsalLauncher.start("here", "root", false)) {
            assertEquals("rehearsal", inside.place().kind());
            assertEquals("root", inside.place().user());
            assertEquals(List.of(), inside.changes().changes());
            run(
                    inside,
                    "cd \"$1\"; sed -i s/two/2/ changed; rm deleted; echo new >'a b'; chmod 600 mode; chown 1:daemon mode;"
                            + " touch touched; printf '\\0' >>binary; ln -sf mode link; rm -r tree; rm -r again; mkdir again;"
                            + " echo young >again/young; mkdir -p deep/er; echo x >/etc/runbook-test; rm /etc/hostname;"
                            + " echo history >~/.bash_history; echo log >/var/log/runbook-test; echo >/usr/share/runbook-test");
            changes = inside.changes();
        }

        Map<String, Change> byPath = changes.changes().stream()
                .filter(c -> c.path().startsWith(folder.toString()))
                .collect(Collectors.toMap(
                        c -> c.path().substring(folder.toString().length() + 1), c -> c));
        Map<String, Kind> kinds = byPath.values().stream()
                .collect(Collectors.toMap(
                        c -> folder.relativize(Path.of(c.path())).toString(), Change::kind));
        assertEquals(
                Map.ofEntries(
                        Map.entry("changed", Kind.CHANGED),
                        Map.entry("deleted", Kind.DELETED),
                        Map.entry("a b", Kind.ADDED),
                        Map.entry("mode", Kind.CHANGED),
                        Map.entry("binary", Kind.CHANGED),
                        Map.entry("link", Kind.CHANGED),
                        Map.entry("tree", Kind.DELETED),
                        Map.entry("again/old", Kind.DELETED),
                        Map.entry("again/young", Kind.ADDED),
                        Map.entry("deep", Kind.ADDED),
                        Map.entry("deep/er", Kind.ADDED)),
                kinds);
        assertEquals(
                "--- a" + folder + "/changed\n+++ b" + folder + "/changed\n"
                        + "@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n",
                diff(byPath, "changed"));
        assertEquals("--- /dev/null\n+++ b" + folder + "/a b\n@@ -0,0 +1 @@\n+new\n", diff(byPath, "a b"));
        assertEquals("--- a" + folder + "/deleted\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n", diff(byPath, "deleted"));
        assertTrue(change(byPath, "binary").diff().isEmpty());
        assertFalse(change(byPath, "mode").content());
        assertEquals(0600, change(byPath, "mode").after().orElseThrow().mode());
        assertEquals("daemon", change(byPath, "mode").after().orElseThrow().owner());
        assertEquals("root", change(byPath, "mode").before().orElseThrow().owner());
        assertEquals(
                Changes.Type.LINK, change(byPath, "link").after().orElseThrow().type());
        assertEquals(
                "mode", change(byPath, "link").after().orElseThrow().target().orElseThrow());
        List<String> others = changes.changes().stream()
                .map(c -> c.kind() + " " + c.path() + " " + c.diff().isPresent())
                .filter(c -> !c.contains(folder.toString()))
                .toList();
        assertEquals(
                List.of(
                        "DELETED /etc/hostname true",
                        "ADDED /etc/runbook-test true",
                        "ADDED /usr/share/runbook-test false"),
                others);
        assertTrue(changes.leftOut() >= 2, () -> "left out: " + changes.leftOut());
        assertEquals(List.of(), changes.missing());
    }

    @Test
    void nothingLeadsOutside() throws Exception {
        Path socket = Files.createTempDirectory(Path.of("/opt"), "socket").resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            try (RehearsalLauncher inside = RehearsalLauncher.start("here", "root", false)) {
                assertEquals(
                        "absent\n", run(inside, "if [ -e " + socket + " ]; then echo there; else echo absent; fi"));
                assertEquals("1\n", run(inside, "grep -c : /proc/net/dev"));
                assertEquals("0\n", run(inside, "systemctl list-units >/dev/null 2>&1 && echo reached || echo 0"));
                assertEquals("no\n", run(inside, "mknod /tmp/disk b 254 0 2>/dev/null && echo yes || echo no"));
                assertEquals("no\n", run(inside, "date -s 2000-01-01 >/dev/null 2>&1 && echo yes || echo no"));
                assertEquals(
                        "no\n",
                        run(
                                inside,
                                "sysctl -w kernel.hostname=x >/dev/null 2>&1; (echo 1 >/proc/sys/vm/swappiness)"
                                        + " 2>/dev/null && echo yes || echo no"));
                assertEquals("no\n", run(inside, "(echo >>/run/host/os-release) 2>/dev/null && echo yes || echo no"));
                assertEquals("/\n", run(inside, "pwd"));
                // Of one's own, an init and a sleep at most: the host's processes are not there to be ended.
                assertEquals("few\n", run(inside, "[ $(ls -d /proc/[0-9]* | wc -l) -lt 10 ] && echo few"));
                assertEquals(List.of(), inside.changes().changes());
            }
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatRunsInsideEndsWithIt(boolean services) throws Exception {
        String mark = "runbook-test-" + System.nanoTime();
        try (RehearsalLauncher inside = RehearsalLauncher.start("here", "root", services)) {
            run(inside, "setsid bash -c 'exec -a " + mark + " sleep 600' >/dev/null 2>&1 </dev/null & sleep 0.2");
            assertNotEquals(0, processes(mark));
        }
        for (int i = 0; i < 100 && processes(mark) > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEquals(0, processes(mark));
    }

    @Test
    void servicesRunInside() throws Exception {
        try (RehearsalLauncher inside = RehearsalLauncher.start("here", "root", true)) {
            assertEquals("active\n", run(inside, "systemctl is-active dbus.service systemd-journald.service | uniq"));
            run(
                    inside,
                    "printf '[Service]\\nExecStart=/bin/sleep 600\\n' >/etc/systemd/system/runbook-test.service;"
                            + " systemctl daemon-reload; systemctl start runbook-test.service");
            assertEquals("active\n", run(inside, "systemctl is-active runbook-test.service"));
            assertEquals(
                    List.of("/etc/systemd/system/runbook-test.service"),
                    inside.changes().changes().stream()
                            .map(Change::path)
                            .filter(p -> p.startsWith("/etc"))
                            .toList());
        }
    }

    @Test
    void aKilledProcessLeavesNothing() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waits.class.getName())
                .redirectErrorStream(true)
                .start();
        List<ProcessHandle> started;
        try {
            assertEquals(
                    "started",
                    new java.io.BufferedReader(
                                    new java.io.InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
            started = java.toHandle().descendants().toList();
            assertFalse(started.isEmpty());
        } finally {
            java.destroyForcibly().waitFor();
        }
        for (ProcessHandle process : started) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        // The next start takes away the control groups that remain.
        ControlGroups.clean();
    }

    /** Starts a rehearsal and waits to be killed. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] arguments) throws Exception {
            RehearsalLauncher inside = RehearsalLauncher.start("here", "root", false);
            inside.start(List.of("sleep", "600"));
            System.out.println("started");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    private String run(RehearsalLauncher inside, String script) throws Exception {
        Channel channel = inside.start(List.of("bash", "-c", script, "bash", folder.toString()));
        channel.input().close();
        String said = new String(channel.output().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(channel.errors().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", errors);
        assertEquals(0, channel.waitFor());
        return said;
    }

    private static long processes(String mark) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info()
                                .commandLine()
                                .filter(c -> c.startsWith(mark))
                                .isPresent()
                        || p.info().command().filter(c -> c.contains(mark)).isPresent()
                        || commandLine(p).startsWith(mark))
                .count();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private static Change change(Map<String, Change> changes, String name) {
        return java.util.Objects.requireNonNull(changes.get(name), name);
    }

    private static String diff(Map<String, Change> changes, String name) {
        return change(changes, name).diff().orElseThrow();
    }
}
