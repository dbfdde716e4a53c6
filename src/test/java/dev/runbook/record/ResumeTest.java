package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.i18n.Language;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeTest {
    private static final Values VALUES =
            new Values(Map.of("POOL_SIZE", "20", "DB_PASSWORD", "x"), Set.of("DB_PASSWORD"));

    private final Plan plan = Samples.plan(Samples.MARKDOWN);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private PlannedStep step(int number) {
        return plan.steps().get(number - 1);
    }

    private PlannedStep undo(int number) {
        return Samples.undo(plan, number - 1);
    }

    private RecordedRun run(Consumer<Journal> events) throws IOException {
        RunStore store = new RunStore(folder);
        String id = RunStore.newId(plan.runbook().id(), Samples.START);
        try (Journal journal = store.begin(Samples.header(id), new ExecutionListener() {})) {
            journal.planned(plan);
            events.accept(journal);
        }
        return store.read(id, Samples::code);
    }

    private RecordedRun oneAndTwo() throws IOException {
        return run(journal -> {
            Samples.pass(journal, step(1));
            Samples.pass(journal, step(2));
            journal.started(step(3), "echo three", false);
        });
    }

    private static Parsed<Resume.Point> resume(RecordedRun run, Plan today) {
        return Resume.of(run, today, Samples.HERE, VALUES);
    }

    /** {@code skipped -> next: codes}. */
    private static String shown(Parsed<Resume.Point> point) {
        String skipped =
                point.value().skipped().stream().map(id -> id.name()).sorted().collect(Collectors.joining(" "));
        String next = point.value().next().map(s -> s.step().id().name()).orElse("-");
        return skipped + " -> " + next + ":" + codes(point);
    }

    private static String codes(Parsed<?> parsed) {
        return parsed.diagnostics().stream()
                .map(d -> " " + d.code().id() + " " + String.join(",", d.arguments()))
                .collect(Collectors.joining());
    }

    @Test
    void afterTheLastStepThatHeld() throws IOException {
        assertEquals("one two -> three:", shown(resume(oneAndTwo(), plan)));
        assertEquals(" -> one:", shown(resume(run(journal -> {}), plan)));
    }

    @Test
    void theLastOutcomeCounts() throws IOException {
        RecordedRun run = run(journal -> {
            Samples.pass(journal, step(1));
            journal.finished(step(2), Samples.failed(step(2), ""));
            Samples.pass(journal, step(2));
            Samples.pass(journal, step(3));
            journal.started(step(3), "again", false);
            journal.finished(step(3), Samples.failed(step(3), ""));
        });

        assertEquals("one two -> three:", shown(resume(run, plan)));
    }

    @Test
    void whatWasUndoneDoesNotHold() throws IOException {
        RecordedRun run = run(journal -> {
            plan.steps().forEach(step -> Samples.pass(journal, step));
            journal.undoing(List.of(undo(4), undo(2)));
            Samples.pass(journal, undo(4));
            journal.finished(undo(2), new StepOutcome.Skipped(StepOutcome.Skipped.Reason.PERSON, ""));
            journal.ended(Samples.ended(Transcript.End.STOPPED));
        });

        assertEquals("one three two -> four:", shown(resume(run, plan)));
    }

    /** Nobody knows how far it came. */
    @Test
    void whatWasBeingUndoneDoesNotHold() throws IOException {
        RecordedRun run = run(journal -> {
            plan.steps().forEach(step -> Samples.pass(journal, step));
            journal.undoing(List.of(undo(4)));
            journal.started(undo(4), "echo un4", false);
        });

        assertEquals("one three two -> four:", shown(resume(run, plan)));
    }

    @Test
    void aResumedRunCanBeResumed() throws IOException {
        RecordedRun run = run(journal -> {
            journal.finished(step(1), new StepOutcome.Skipped(StepOutcome.Skipped.Reason.RESUMED, ""));
            Samples.pass(journal, step(2));
        });

        assertEquals("one two -> three:", shown(resume(run, plan)));
    }

    @Test
    void whatWasPassedOverOrEditedIsSaid() throws IOException {
        RecordedRun run = run(journal -> {
            journal.started(step(1), "echo other", true);
            journal.finished(step(1), Samples.passed(""));
            journal.finished(step(2), new StepOutcome.Skipped(StepOutcome.Skipped.Reason.PERSON, "later"));
            Samples.pass(journal, step(3));
        });
        Parsed<Resume.Point> point = resume(run, plan);

        assertEquals("one three two -> four: held-edited one passed-over two", shown(point));
        assertEquals(false, point.hasErrors());
    }

    @Test
    void changesOfProseAndOfWhatIsToComeAreFine() throws IOException {
        Plan today = Samples.plan(Samples.MARKDOWN
                .replace("## 導入\n", "## 導入\n\n新しい文章。\n")
                .replace("echo three", "echo 3")
                .replace("```bash {#four", "```bash {#new .exec}\ntrue\n```\n\n```bash {#four"));

        assertEquals("one two -> three:", shown(resume(oneAndTwo(), today)));
    }

    @Test
    void changesOfWhatWasDoneAreRefused() throws IOException {
        String added = "```bash {#new .exec}\ntrue\n```\n\n```bash {#two";
        Map<String, String> refused = Map.of(
                Samples.MARKDOWN.replace("echo one", "echo 1"), " step-changed one",
                Samples.MARKDOWN.replace("{#one", "{#uno"), " step-removed one step-added uno",
                Samples.MARKDOWN.replace("```bash {#two", added), " step-added new",
                Samples.MARKDOWN.replace("one", "@").replace("two", "one").replace("@", "two"), " step-moved two");
        RecordedRun run = oneAndTwo();
        refused.forEach((markdown, codes) -> {
            Parsed<Resume.Point> point = resume(run, Samples.plan(markdown));

            assertEquals(codes, codes(point));
            assertTrue(point.hasErrors());
        });
    }

    @Test
    void otherValuesPlacesAndRunsAreRefused() throws IOException {
        RecordedRun run = oneAndTwo();
        String id = run.id();

        Values other = new Values(Map.of("POOL_SIZE", "30", "NEW", "あ".repeat(100)), Set.of());
        assertEquals(
                " value-differs NEW,," + "あ".repeat(60) + "… value-differs POOL_SIZE,20,30",
                codes(Resume.of(run, plan, Samples.HERE, other)));
        assertEquals(
                " other-place " + id + ",db1 (local),db2 (ssh)",
                codes(Resume.of(run, plan, new Place("ssh", "db2", "root"), VALUES)));
        assertEquals("", codes(Resume.of(run, plan, new Place("ssh", "db1", "alice"), VALUES)));
        assertEquals(
                " other-place " + id + ",db1 (local),db1 (rehearsal)",
                codes(Resume.of(run, plan, new Place("rehearsal", "db1", "root"), VALUES)));

        RecordedRun done = run(journal -> {
            plan.steps().forEach(step -> Samples.pass(journal, step));
            journal.ended(Samples.ended(Transcript.End.COMPLETED));
        });
        assertEquals("four one three two -> -: run-completed " + done.id(), shown(resume(done, plan)));
    }

    @Test
    void aRecordThatCannotBeReliedOnIsRefused() throws IOException {
        RecordedRun run = oneAndTwo();
        Integrity broken = new Integrity(9, java.util.OptionalInt.of(3), false, "");

        assertEquals(
                " run-damaged " + run.id() + ",3",
                codes(resume(new RecordedRun(run.id(), run.header(), run.events(), broken), plan)));
        assertEquals(
                " run-unreadable r", codes(resume(new RecordedRun("r", Optional.empty(), List.of(), broken), plan)));
        RunHeader header = run.header().orElseThrow();
        RunHeader rehearsed = new RunHeader(
                header.run(),
                header.tool(),
                new dev.runbook.model.RunbookId("x"),
                "",
                "",
                "",
                new Place("rehearsal", "db1", "root"),
                header.operator(),
                header.started(),
                header.values(),
                header.secrets(),
                Optional.empty());
        assertEquals(
                " other-runbook " + run.id() + ",x place-is-gone " + run.id() + ",rehearsal",
                codes(resume(new RecordedRun(run.id(), Optional.of(rehearsed), run.events(), run.integrity()), plan)));
    }

    @Test
    void everyReasonHasItsTexts() {
        for (RecordCode code : RecordCode.values()) {
            Diagnostic diagnostic = Diagnostic.of(code, step(1).step().span(), "A", "B", "C", "D");
            for (Language language : Language.values()) {
                assertTrue(!diagnostic.message(language).contains("{")
                        && !diagnostic.hint(language).contains("{"));
            }
        }
    }
}
