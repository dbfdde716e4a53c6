package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.model.RunbookId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a real process. */
final class KilledTest {
    private static final RunbookId RUNBOOK = new RunbookId("database/pgbouncer");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatWasShownIsRecorded() throws Exception {
        for (int lines : List.of(1, 200, 1001)) {
            String run = "r" + lines;
            RunStore store = new RunStore(folder);
            String shown = "";
            try (ChildProcess child = new ChildProcess("journal", folder, run)) {
                for (int i = 0; i < lines; i++) {
                    shown = child.out().readLine();
                }
                child.kill();
                for (String line = child.out().readLine();
                        line != null;
                        line = child.out().readLine()) {
                    shown = line.endsWith(";") ? line : shown;
                }
            }

            RecordedRun recorded = store.read(run, Samples::code);
            assertTrue(recorded.integrity().intact());
            assertEquals(Optional.empty(), recorded.end());
            assertTrue(Files.readString(store.journal(run)).contains(shown), "shown, and not recorded: " + shown);
        }
    }

    @Test
    void theLockOfAnotherProcessIsRefusedUntilItIsKilled() throws Exception {
        RunStore store = new RunStore(folder);
        RunLock.Holder mine = RunLock.Holder.of(Samples.header("mine"));
        try (ChildProcess child = new ChildProcess("lock", folder, "20261124-151203-pgbouncer-4f2a")) {
            assertTrue(child.out().readLine().startsWith("taken"));

            RunLockedException e =
                    assertThrows(RunLockedException.class, () -> RunLock.take(store, RUNBOOK, "db1", mine));
            RunLock.Holder holder = e.holder().orElseThrow();
            assertEquals("20261124-151203-pgbouncer-4f2a", holder.run());
            assertEquals("alice", holder.user());
            assertEquals(Samples.START, holder.started());
            assertTrue(ProcessHandle.of(holder.pid()).isPresent());
            RunLock.take(store, RUNBOOK, "db2", mine).close();
            RunLock.take(store, new RunbookId("database/backup"), "db1", mine).close();

            child.kill();
            RunLock.take(store, RUNBOOK, "db1", mine).close();
        }
    }
}
