package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final ExecutionListener NOBODY = new ExecutionListener() {};

    private final Plan plan = Samples.plan(Samples.MARKDOWN);
    private final PlannedStep step = plan.steps().get(0);

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
    void whatHappenedIsReadAgain() throws IOException {
        PlannedStep undo = Samples.undo(plan, 3);
        StepOutcome failed = Samples.failed(step, "no\n");
        try (Journal journal = store.begin(Samples.header("r"), NOBODY)) {
            journal.planned(plan);
            journal.decided(step, new Decision.Run(Optional.of("echo 1")));
            journal.started(step, "echo 1", true);
            journal.output(step, "o".getBytes(StandardCharsets.UTF_8));
            journal.output(step, "ne\n".getBytes(StandardCharsets.UTF_8));
            journal.retrying(step, 1, failed);
            journal.finished(step, Samples.passed("one\n"));
            journal.stray(Output.of("late\n"));
            journal.decided(plan.steps().get(1), new Decision.Skip("要らない"));
            journal.undoing(List.of(undo));
            journal.started(undo, "echo un4", false);
            journal.finished(undo, Samples.passed(""));
            journal.ended(Samples.ended(Transcript.End.STOPPED));
        }

        RecordedRun run = store.read("r", Samples::code);

        assertEquals(
                new Integrity(
                        run.events().size() + 1,
                        java.util.OptionalInt.empty(),
                        false,
                        run.integrity().seal()),
                run.integrity());
        assertEquals(Optional.of(Samples.header("r")), run.header());
        assertEquals(plan.steps().stream().map(RecordedStep::of).toList(), run.planned());
        assertEquals(Optional.of(Transcript.End.STOPPED), run.end());
        List<String> kinds =
                run.events().stream().map(e -> e.getClass().getSimpleName()).toList();
        assertEquals(
                List.of(
                        "Planned",
                        "Decided",
                        "Started",
                        "Wrote",
                        "Retrying",
                        "Finished",
                        "Stray",
                        "Decided",
                        "Undoing",
                        "Started",
                        "Finished",
                        "Ended"),
                kinds);
        RecordedEvent.Wrote wrote = (RecordedEvent.Wrote) run.events().get(3);
        assertEquals(Output.of("one\n"), wrote.output());
        RecordedEvent.Retrying retrying = (RecordedEvent.Retrying) run.events().get(4);
        assertEquals(failed, retrying.outcome());
        RecordedEvent.Decided skip = (RecordedEvent.Decided) run.events().get(7);
        assertEquals("要らない", skip.why());
        assertEquals(
                RecordedStep.of(undo), ((RecordedEvent.Started) run.events().get(9)).step());
        assertEquals(2, run.results().size());
    }

    /** The contract: at the time that anything is shown, the file holds it. */
    @Test
    void nothingIsShownBeforeItIsInTheFile() throws IOException {
        Path file = store.journal("r");
        List<String> early = Collections.synchronizedList(new ArrayList<>());
        ExecutionListener shown = new ExecutionListener() {
            private void mustHold(String text) {
                try {
                    if (!Files.readString(file).contains(text)) {
                        early.add(text);
                    }
                } catch (IOException e) {
                    early.add(e.toString());
                }
            }

            @Override
            public void planned(Plan shownPlan) {
                mustHold("\"event\":\"planned\"");
            }

            @Override
            public void started(PlannedStep shownStep, String code, boolean edited) {
                mustHold("\"code\":\"" + code);
            }

            @Override
            public void output(PlannedStep shownStep, byte[] bytes) {
                mustHold(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void finished(PlannedStep shownStep, StepOutcome outcome) {
                mustHold("\"note\":\"" + ((StepOutcome.Manual) outcome).note());
            }

            @Override
            public void ended(Transcript transcript) {
                mustHold("\"end\":\"completed\"");
            }
        };
        try (Journal journal = store.begin(Samples.header("r"), shown)) {
            journal.planned(plan);
            for (int i = 0; i < 60; i++) {
                journal.started(step, "code-" + i, false);
                journal.output(step, ("output-" + i).getBytes(StandardCharsets.UTF_8));
                journal.finished(step, new StepOutcome.Manual(true, "note-" + i));
            }
            journal.ended(Samples.ended(Transcript.End.COMPLETED));
        }

        assertEquals(List.of(), early);
    }

    @Test
    void theOrderIsKept() throws IOException {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        List<String> told = new ArrayList<>();
        try (Journal journal = store.begin(Samples.header("r"), new WrittenEvents(shown))) {
            ExecutionListener both = new WrittenEvents(told);
            for (ExecutionListener listener : List.of(journal, both)) {
                for (int i = 0; i < 300; i++) {
                    listener.started(step, "code" + i, false);
                    listener.output(step, ("a" + i).getBytes(StandardCharsets.UTF_8));
                    listener.output(step, ("b" + i).getBytes(StandardCharsets.UTF_8));
                    listener.stray(Output.of("s" + i));
                    listener.finished(step, new StepOutcome.Manual(true, "n" + i));
                }
            }
        }

        assertEquals(told, shown);
    }

    @Test
    void whatACommandWritesIsShownWhileItRuns() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        ExecutionListener shown = new ExecutionListener() {
            @Override
            public void output(PlannedStep shownStep, byte[] bytes) {
                second.countDown();
            }
        };
        try (Journal journal = store.begin(Samples.header("r"), shown)) {
            journal.started(step, "sleep 60", false);
            journal.output(step, new byte[] {'a'});
            journal.output(step, new byte[] {'b'});

            assertTrue(second.await(20, TimeUnit.SECONDS), "nobody else would have it shown");
        }
    }

    @Test
    void aPersonIsAskedAfterAllWasShown() throws IOException {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        Decider person = new Decider() {
            @Override
            public Decision before(PlannedStep next) {
                shown.add("asked");
                return new Decision.Stop("");
            }

            @Override
            public Decision after(PlannedStep done, StepOutcome outcome) {
                shown.add("asked again");
                return new Decision.Back();
            }
        };
        try (Journal journal = store.begin(Samples.header("r"), new WrittenEvents(shown))) {
            Decider decider = journal.shownFirst(person);
            journal.started(step, "c", false);
            journal.finished(step, new StepOutcome.Manual(true, "n"));
            assertEquals(new Decision.Stop(""), decider.before(step));
            journal.finished(step, new StepOutcome.Manual(true, "m"));
            assertEquals(new Decision.Back(), decider.after(step, new StepOutcome.Manual(true, "m")));
        }

        assertEquals(List.of("started c", "finished n", "asked", "finished m", "asked again"), shown);
    }

    @Test
    void ofALargeOutputTheHeadIsRecordedAndAllIsShown() throws IOException {
        long[] shown = {0};
        byte[] chunk = new byte[100_000];
        Output outcome = Output.of(new byte[] {'h'}, 5_000_000, new byte[] {'t'});
        ExecutionListener count = new ExecutionListener() {
            @Override
            public void output(PlannedStep shownStep, byte[] bytes) {
                shown[0] += bytes.length;
            }
        };
        try (Journal journal = store.begin(Samples.header("r"), count)) {
            for (int n = 0; n < 2; n++) {
                journal.started(step, "yes", false);
                for (int i = 0; i < 50; i++) {
                    journal.output(step, chunk);
                }
                journal.stray(outcome);
            }
        }

        RecordedRun run = store.read("r", Samples::code);
        long recorded = run.events().stream()
                .filter(RecordedEvent.Wrote.class::isInstance)
                .mapToLong(e -> ((RecordedEvent.Wrote) e).output().size())
                .sum();
        assertEquals(2 * 50 * 100_000, shown[0]);
        assertEquals(2L * Journal.OUTPUT_LIMIT, recorded);
        assertEquals(
                2,
                run.events().stream()
                        .filter(RecordedEvent.OutputCut.class::isInstance)
                        .count());
        assertTrue(run.events().contains(new RecordedEvent.Stray(run.lastAt().orElseThrow(), outcome)));
    }

    @Test
    void onlyTheUserCanReadIt() throws IOException {
        store.begin(Samples.header("r"), NOBODY).close();

        Path file = store.journal("r");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        for (String below : List.of("state", "state/runs", "state/runs/r")) {
            Path at = folder.resolve(below);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(at)), below);
        }
    }

    @Test
    void secretsAreNotInTheHeader() throws IOException {
        store.begin(Samples.header("r"), NOBODY).close();

        String text = Files.readString(store.journal("r"));
        assertTrue(text.contains("\"secrets\":[\"DB_PASSWORD\"]"), text);
        assertFalse(text.contains("\"DB_PASSWORD\":"), text);
    }

    @Test
    void timesComeFromTheClock() throws IOException {
        Path file = Files.createFile(folder.resolve("journal"));
        Clock clock = Clock.offset(Clock.fixed(Samples.START, java.time.ZoneOffset.UTC), Duration.ofHours(1));
        try (Journal journal = new Journal(new JournalFile(file), Samples.header("r"), NOBODY, clock)) {
            journal.stray(Output.EMPTY);
        }

        RecordedRun run = RunReader.read("r", Files.readAllBytes(file), Samples::code);
        assertEquals(Optional.of(Samples.START.plusSeconds(3600)), run.lastAt());
    }
}
