package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks within one process; between processes: {@link KilledTest}. */
final class RunLockTest {
    private static final RunbookId RUNBOOK = new RunbookId("a");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theSecondIsToldOfTheFirst() throws Exception {
        RunStore store = new RunStore(folder);
        RunLock.Holder first = new RunLock.Holder("run-1", 42, "alice", Samples.START);
        RunLock.Holder second = new RunLock.Holder("run-2", 43, "bob", Samples.START);

        RunLock lock = RunLock.take(store, RUNBOOK, "db1", first);
        try {
            RunLockedException e =
                    assertThrows(RunLockedException.class, () -> RunLock.take(store, RUNBOOK, "db1", second));
            assertEquals(
                    "run run-1 of this runbook is still going on here: process 42, alice, since 2026-11-24T15:12:03Z",
                    e.diagnostic(Span.startOf("a.md")).message(Language.EN));
        } finally {
            lock.close();
            lock.close();
        }
        RunLock.take(store, RUNBOOK, "db1", second).close();
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        RunStore store = new RunStore(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> tries = new ArrayList<>();
                List<RunLock> locks = java.util.Collections.synchronizedList(new ArrayList<>());
                for (int i = 0; i < 8; i++) {
                    RunLock.Holder holder = new RunLock.Holder("run-" + i, i, "alice", Samples.START);
                    Callable<Boolean> take = () -> {
                        start.await();
                        try {
                            locks.add(RunLock.take(store, RUNBOOK, "db1", holder));
                            return true;
                        } catch (RunLockedException e) {
                            return false;
                        }
                    };
                    tries.add(threads.submit(take));
                }
                start.countDown();
                int taken = 0;
                for (Future<Boolean> one : tries) {
                    taken += one.get() ? 1 : 0;
                }
                assertEquals(1, taken);
                locks.forEach(RunLock::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
