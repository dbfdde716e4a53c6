package dev.runbook.exec.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.Command;
import dev.runbook.exec.OutputSink;
import dev.runbook.exec.Session;
import dev.runbook.exec.local.LocalLauncher;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GuardTest {
    @Test
    void aCommandEndsWithTheToolThatWasKilledAndAnEarlierDaemonGoesOn() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runs.class.getName())
                .redirectErrorStream(true)
                .start();
        ProcessHandle daemon = null;
        ProcessHandle running = null;
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8));
            daemon = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            running = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertTrue(running.isAlive());
            java.destroyForcibly().waitFor();

            running.onExit().get(20, TimeUnit.SECONDS);
            assertFalse(running.isAlive());
            assertTrue(daemon.isAlive());
        } finally {
            java.destroyForcibly();
            Optional.ofNullable(daemon).ifPresent(ProcessHandle::destroyForcibly);
            Optional.ofNullable(running).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Leaves a daemon behind, runs a long command, and waits to be killed. */
    static final class Runs {
        private Runs() {}

        public static void main(String[] arguments) throws Exception {
            String user = System.getProperty("user.name");
            OutputSink out = (stream, bytes, offset, length) -> {
                System.out.write(bytes, offset, length);
                System.out.flush();
            };
            try (ShellBackend backend = new ShellBackend(new LocalLauncher("here", user), "UTC")) {
                Session session = backend.session(user);
                session.run(command("setsid sleep 600 </dev/null >/dev/null 2>&1 & echo $!\nsleep 0.3\n"), out);
                session.run(command("sleep 600 & sleep 1; echo $!; wait\n"), out);
            }
        }

        private static Command command(String code) {
            return new Command(
                    new Command.Program.Shell(),
                    code,
                    Map.of(),
                    Optional.empty(),
                    false,
                    false,
                    Duration.ofMinutes(10));
        }
    }
}
