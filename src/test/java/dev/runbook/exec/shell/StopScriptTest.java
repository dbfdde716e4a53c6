package dev.runbook.exec.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.Command;
import dev.runbook.exec.Ended;
import dev.runbook.exec.QuietHome;
import dev.runbook.exec.Recorded;
import dev.runbook.exec.Session;
import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.outcome.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopScriptTest {
    @TempDir
    Path home;

    @Test
    void aBusyMachineThatStartsTheScriptLateStillLosesNothing() throws Exception {
        String user = System.getProperty("user.name");
        long earlier = 0;
        long cleared = 0;
        try (ShellBackend backend =
                new ShellBackend(new Late(new QuietHome(new LocalLauncher("localhost", user), home)), "UTC")) {
            Session session = backend.session(user);
            earlier = started(session, "sleep 600 & echo $!\nsleep 0.3\n", Duration.ofMinutes(1), Ended.How.EXITED);
            cleared =
                    started(session, "env -i sleep 600 & echo $!\nwait\n", Duration.ofMillis(500), Ended.How.TIMED_OUT);
            assertFalse(runs(cleared));
            assertTrue(runs(earlier));
        } finally {
            ProcessHandle.of(earlier).ifPresent(ProcessHandle::destroyForcibly);
            ProcessHandle.of(cleared).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean runs(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /** The number of the process that the code starts and writes. */
    private static long started(Session session, String code, Duration limit, Ended.How how) throws Exception {
        Recorded recorded = new Recorded();
        Ended ended = session.run(command(code, limit), recorded);
        assertEquals(how, ended.how());
        return Long.parseLong(recorded.out().strip());
    }

    private static Command command(String code, Duration limit) {
        return new Command(new Command.Program.Shell(), code, Map.of(), Optional.empty(), false, false, limit);
    }

    /** Where the scripts of the tool's own, of which the one that ends processes is one, take a while to be started. */
    private record Late(Launcher launcher) implements Launcher {
        @Override
        public Place place() {
            return launcher.place();
        }

        @Override
        public Channel start(List<String> arguments) throws BackendException {
            return launcher.start(arguments);
        }

        @Override
        public Channel start(List<String> arguments, int inputLength) throws BackendException {
            List<String> words = new ArrayList<>(List.of("sh", "-c", "sleep 1; exec \"$@\"", "late"));
            words.addAll(arguments);
            return launcher.start(words, inputLength);
        }

        @Override
        public int attach(List<String> arguments) throws BackendException, InterruptedException {
            return launcher.attach(arguments);
        }

        @Override
        public void close() {
            launcher.close();
        }
    }
}
