package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.cli.CommandLines.Result;
import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.record.Journal;
import dev.runbook.record.RunHeader;
import dev.runbook.record.RunStore;
import dev.runbook.record.Samples;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code runbook runs}, on three recorded runs: one stopped, one cut off, one completed. */
final class RunsTest {
    private static final String STOPPED = "20261124-151203-pgbouncer-4f2a";
    private static final String CUT_OFF = "20261124-160000-pgbouncer-beef";
    private static final String COMPLETED = "20261123-090000-pgbouncer-4f00";

    private final Golden golden = new Golden("cli");
    private final Plan plan = Samples.plan(Samples.MARKDOWN);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLines runbook;

    @SuppressWarnings("NullAway.Init")
    private RunStore store;

    @BeforeEach
    void runs() throws IOException {
        runbook = new CommandLines(folder)
                .with("XDG_STATE_HOME", folder.toString())
                .with("TZ", "Asia/Tokyo");
        store = new RunStore(folder.resolve("runbook"));
        try (Journal journal = begin(COMPLETED)) {
            plan.steps().forEach(step -> Samples.pass(journal, step));
            journal.ended(Samples.ended(Transcript.End.COMPLETED));
        }
        try (Journal journal = begin(STOPPED)) {
            stopped(journal);
        }
        try (Journal journal = begin(CUT_OFF)) {
            Samples.pass(journal, plan.steps().get(0));
            journal.started(plan.steps().get(1), "echo two", false);
            journal.output(plan.steps().get(1), "tw".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A run by a process that cannot be: it is not running. */
    private Journal begin(String id) throws IOException {
        RunHeader h = Samples.header(id);
        Journal journal = store.begin(
                new RunHeader(
                        id,
                        h.tool(),
                        h.runbook(),
                        h.title(),
                        h.file(),
                        h.digest(),
                        h.place(),
                        new dev.runbook.record.Operator("alice", "laptop", Long.MAX_VALUE),
                        h.started(),
                        h.values(),
                        h.secrets(),
                        h.resumes()),
                new ExecutionListener() {});
        journal.planned(plan);
        return journal;
    }

    private void stopped(Journal journal) {
        List<PlannedStep> steps = plan.steps();
        journal.started(steps.get(0), "echo eins\necho zwei", true);
        journal.output(steps.get(0), "line\n".repeat(30).getBytes(StandardCharsets.UTF_8));
        journal.finished(steps.get(0), Samples.passed(""));
        journal.decided(steps.get(1), new Decision.Skip("後で行う"));
        journal.finished(steps.get(1), new StepOutcome.Skipped(StepOutcome.Skipped.Reason.PERSON, "後で行う"));
        journal.stray(Output.of("in the background \u001b[2J\n"));
        journal.started(steps.get(2), "echo three", false);
        journal.output(steps.get(2), "```\n# no\n".getBytes(StandardCharsets.UTF_8));
        journal.finished(steps.get(2), Samples.failed(steps.get(2), "no\n"));
        journal.decided(steps.get(2), new Decision.Stop("夜が明けてから"));
        journal.ended(Samples.ended(Transcript.End.STOPPED));
    }

    /** What depends on when the test runs. */
    private static String settled(String text) {
        return text.replaceAll("\\b\\d\\d:\\d\\d:\\d\\d  ", "hh:mm:ss  ")
                .replaceAll("(\\| |\\n)\\d\\d:\\d\\d:\\d\\d ", "$1hh:mm:ss ")
                .replaceAll("(Took|所要時間)( \\| | +)[-0-9a-z.]+", "$1$2?")
                .replaceAll("[0-9a-f]{64}", "SEAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void list(String language) {
        golden.check(
                "runs." + language + ".txt",
                runbook.run("runs", "--lang", language).transcript());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void show(String language) {
        String all =
                settled(runbook.run("runs", "show", "4f2a", "--lang", language).transcript())
                        + settled(runbook.run("runs", "show", "beef", "--lang", language)
                                .transcript());

        golden.check("runs-show." + language + ".txt", all);
        assertFalse(all.contains("\u001b"), "the terminal was driven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void report(String language) {
        golden.check(
                "runs-report." + language + ".txt",
                settled(runbook.run("runs", "export", "4f2a", "--format", "markdown", "--lang", language)
                        .transcript()));
    }

    @Test
    void idsAndJson() throws JsonException {
        assertEquals(
                CUT_OFF + "\n" + STOPPED + "\n" + COMPLETED + "\n",
                runbook.run("runs", "--format", "ids").out());
        assertTrue(runbook.run("runs", "--format", "json").out().contains("\"state\" : \"cut-off\""));

        JsonObject shown = JsonObject.of(Json.read(
                runbook.run("runs", "show", STOPPED, "--format", "json").out()));
        assertEquals(1, shown.integer("version"));
        assertEquals("stopped", shown.text("state"));
        assertEquals(List.of("DB_PASSWORD"), shown.texts("secrets"));
        assertEquals("failed", shown.objects("steps").get(2).text("outcome"));
        assertEquals("夜が明けてから", shown.objects("decisions").get(1).text("why"));
        assertTrue(shown.object("record").flag("intact"));
    }

    @Test
    void anExportHoldsTheWholeJournal() throws Exception {
        JsonObject export =
                JsonObject.of(Json.read(runbook.run("runs", "export", STOPPED).out()));
        List<String> lines = Files.readAllLines(store.journal(STOPPED));

        assertEquals(lines.size(), export.objects("journal").size());
        assertEquals("begun", export.objects("journal").get(0).text("event"));
    }

    @Test
    void allThatWasWrittenIsShownOnDemand() {
        assertEquals(20, count(runbook.run("runs", "show", "4f2a").out(), "| line\n"));
        assertEquals(30, count(runbook.run("runs", "show", "4f2a", "--full").out(), "| line\n"));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void ofALargeOutputTheEndIsShown() throws IOException {
        PlannedStep step = plan.steps().get(0);
        Output large = Output.of(new byte[0], 3_000_000, "the end\n".getBytes(StandardCharsets.UTF_8));
        try (Journal journal = begin("20261125-090000-pgbouncer-0001")) {
            journal.started(step, "yes", false);
            journal.output(step, "yes\n".repeat(500_000).getBytes(StandardCharsets.UTF_8));
            journal.finished(
                    step,
                    new StepOutcome.Passed(
                            new Run(
                                    Samples.START,
                                    Duration.ZERO,
                                    1,
                                    List.of(new Run.CommandRun(large, OptionalInt.of(0)))),
                            false));
        }

        String shown = runbook.run("runs", "show", "0001", "--lang", "en").out();
        assertTrue(shown.contains("more was written than is recorded"), shown);
        assertTrue(shown.contains("| the end\n"), shown);
        assertFalse(shown.contains("| yes\n"), shown);
    }

    @Test
    void aChangedRecordIsSaidAndEndsWithOne() throws IOException {
        Path journal = store.journal(STOPPED);
        Files.writeString(journal, Files.readString(journal).replace("後で行う", "行った"));

        Result show = runbook.run("runs", "show", STOPPED, "--lang", "en");
        assertEquals(ExitCode.DOES_NOT_HOLD, show.exitCode());
        assertTrue(show.out().contains("NOT as it was written, from line 6 on"), show.out());
        assertEquals(
                ExitCode.DOES_NOT_HOLD, runbook.run("runs", "export", STOPPED).exitCode());
        assertTrue(runbook.run("runs", "--lang", "en").out().contains("record damaged"));
    }

    @Test
    void theLatestRunIsMeantWhereNoneIsNamed() throws IOException {
        assertEquals(
                runbook.run("runs", "show", CUT_OFF).out(),
                runbook.run("runs", "show").out());
        assertEquals(
                runbook.run("runs", "export", CUT_OFF).out(),
                runbook.run("runs", "export").out());

        Result none =
                runbook.with("XDG_STATE_HOME", folder.resolve("new").toString()).run("runs", "show", "--lang", "en");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("no run is recorded yet"), none.err());
    }

    @Test
    void aRunThatIsNotThereOrNotUnique() {
        Result unknown = runbook.run("runs", "show", "nothing", "--lang", "en");
        assertEquals(ExitCode.NOT_DONE, unknown.exitCode());
        assertTrue(unknown.err().contains("there is no run nothing"), unknown.err());
        Result ambiguous = runbook.run("runs", "show", "4f", "--lang", "en");
        assertEquals(ExitCode.NOT_DONE, ambiguous.exitCode());
        assertTrue(ambiguous.err().contains("write more of it: " + STOPPED + ", " + COMPLETED), ambiguous.err());
        Result homeless = new CommandLines(folder).run("runs", "--lang", "en");
        assertEquals(ExitCode.NOT_DONE, homeless.exitCode());
        assertTrue(homeless.err().contains("set HOME"), homeless.err());
    }

    @Test
    void withoutARunItSaysSo() {
        Result none = new CommandLines(folder).with("HOME", folder.toString()).run("runs", "--lang", "en");

        assertEquals(new Result(ExitCode.HOLDS, "No run is recorded.\n", ""), none);
    }
}
