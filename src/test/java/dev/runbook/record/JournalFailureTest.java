package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalFailureTest {
    private static final ExecutionListener NOBODY = new ExecutionListener() {};

    private final PlannedStep step = Samples.plan(Samples.MARKDOWN).steps().get(0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunStore store;

    @BeforeEach
    void store() {
        store = new RunStore(folder.resolve("state"));
    }

    @Test
    void aFullDiskStopsTheRun() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "needs /dev/full");

        JournalException e = assertThrows(
                JournalException.class,
                () -> new Journal(new JournalFile(full), Samples.header("r"), NOBODY, Clock.systemUTC()));

        assertEquals(RecordCode.NOT_RECORDED, e.diagnostic(step.step().span()).code());
        assertEquals("/dev/full", e.diagnostic(step.step().span()).arguments().get(0));
    }

    /** A file that takes the header and then nothing more: the process's limit on file sizes is not Java's to set. */
    @Test
    void afterAFailureNothingIsShownAnyMore() throws IOException {
        List<String> shown = new ArrayList<>();
        Path file = Files.createFile(folder.resolve("journal"));
        JournalFile journalFile = new JournalFile(file);
        Journal journal = new Journal(journalFile, Samples.header("r"), new WrittenEvents(shown), Clock.systemUTC());
        journalFile.close();

        assertThrows(JournalException.class, () -> journal.started(step, "c", false));
        assertThrows(JournalException.class, () -> journal.output(step, new byte[] {1}));
        assertThrows(JournalException.class, () -> journal.ended(Samples.ended(Transcript.End.ERRORED)));
        journal.close();
        assertEquals(List.of(), shown);
    }

    @Test
    void anInterruptDoesNotEndTheRecord() throws IOException {
        try (Journal journal = store.begin(Samples.header("r"), NOBODY)) {
            Thread.currentThread().interrupt();
            journal.started(step, "c", false);
            assertTrue(Thread.interrupted());
            journal.finished(step, Samples.passed(""));
        }

        assertEquals(1, store.read("r", Samples::code).results().size());
    }

    @Test
    void aJournalThatIsClosedTakesNothing() throws IOException {
        Journal journal = store.begin(Samples.header("r"), NOBODY);
        journal.close();
        journal.close();

        assertThrows(IllegalStateException.class, () -> journal.started(step, "c", false));
    }
}
