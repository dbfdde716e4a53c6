package dev.runbook.exec.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Place;
import dev.runbook.testing.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostLockTest {
    private static final List<Path> FOLDERS = List.of(Path.of("/run/lock"), Path.of("/tmp"));

    @TempDir
    Path folder;

    private final Launcher here = new LocalLauncher("here", "me");
    private final String name = "test-" + System.nanoTime();
    private final RunbookId id = new RunbookId("ロック/" + name);

    @BeforeEach
    void prepare() {
        Tools.require("flock");
    }

    @AfterEach
    void removeFiles() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    @Test
    void theSecondIsRefusedAndToldWho() throws Exception {
        HostLock first = HostLock.take(here, id, "run 1, 山田, $(id)\n'x'");
        try {
            BackendException refused = refused(id);
            assertEquals(ExecCode.ALREADY_RUNNING, refused.code());
            assertEquals(List.of(id.path(), "run 1, 山田, $(id) 'x'"), refused.arguments());
            HostLock.take(here, new RunbookId(id.path() + "2"), "another runbook")
                    .close();
        } finally {
            first.close();
        }
        HostLock.take(here, id, "again").close();
        assertEquals("", Files.readString(files().get(0)));
    }

    @Test
    void killedHoldersLetGo() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holds.class.getName(),
                        id.path())
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("held", said.readLine());
            assertEquals(ExecCode.ALREADY_RUNNING, refused(id).code());
        } finally {
            java.destroyForcibly().waitFor();
        }
        boolean taken = false;
        for (int i = 0; i < 100 && !taken; i++) {
            try {
                HostLock.take(here, id, "after it").close();
                taken = true;
            } catch (BackendException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        assertTrue(taken);
    }

    @Test
    void aLinkInTheWayIsNotFollowed() throws Exception {
        HostLock.take(here, id, "to learn the name").close();
        Path file = files().get(0);
        Files.delete(file);
        Path victim = folder.resolve("victim");
        Files.createSymbolicLink(file, victim);

        assertEquals(ExecCode.NO_LOCK, refused(id).code());
        assertFalse(Files.exists(victim));

        Files.writeString(victim, "mine");
        assertEquals(ExecCode.NO_LOCK, refused(id).code());
        assertEquals("mine", Files.readString(victim));
    }

    @Test
    void anotherUsersFileServesAll() throws Exception {
        Tools.require("setpriv");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")), "needs root");
        Launcher nobody = new Nobody(here);
        HostLock first = HostLock.take(nobody, id, "nobody");
        try {
            assertEquals("nobody", refused(id).arguments().get(1));
        } finally {
            first.close();
        }
        HostLock second = HostLock.take(here, id, "root");
        try {
            BackendException refused = assertThrows(BackendException.class, () -> HostLock.take(nobody, id, "nobody"));
            assertEquals(ExecCode.ALREADY_RUNNING, refused.code());
            assertEquals("root", refused.arguments().get(1));
        } finally {
            second.close();
        }
    }

    private BackendException refused(RunbookId wanted) {
        return assertThrows(BackendException.class, () -> HostLock.take(here, wanted, "second"));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path parent : FOLDERS) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> all = Files.list(parent)) {
                    all.filter(p -> p.getFileName().toString().contains(name)).forEach(files::add);
                }
            }
        }
        return files;
    }

    /** This machine, for a user who may do nothing. */
    private record Nobody(Launcher root) implements Launcher {
        @Override
        public Place place() {
            return root.place();
        }

        @Override
        public Channel start(List<String> arguments) throws BackendException {
            List<String> words =
                    new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
            words.addAll(arguments);
            return root.start(words);
        }

        @Override
        public int attach(List<String> arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** Takes the lock and waits to be killed. */
    static final class Holds {
        private Holds() {}

        public static void main(String[] arguments) throws Exception {
            HostLock.take(new LocalLauncher("here", "me"), new RunbookId(arguments[0]), "a process of its own");
            System.out.println("held");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
