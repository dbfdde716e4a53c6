package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.ExecCode;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Setting;
import dev.runbook.results.Standing;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeResultsTest {
    private static final Instant RUN = Instant.parse("2026-11-24T16:02:25Z");
    private static final RunbookId ID = new RunbookId("page");

    private static final String TEXT = """
            ---
            user: root
            ---
            # Page

            ## Do {#do}

            ```bash {#one .exec}
            one
            ```

            ```bash {#two .exec user=postgres}
            two
            ```

            ```bash {#three .check}
            three
            ```

            ```bash {#back .undo of=one}
            back
            ```
            """;

    @TempDir
    private Path folder;

    @Test
    void whatHeldAndIsUnchangedHolds() throws IOException {
        Handbook handbook = handbook(TEXT);
        RunbookStatus status = judge(handbook, result(handbook), RUN);
        assertEquals("passed: one=passed two=passed three=passed back=never", words(status));
    }

    @Test
    void aChangedBlockWasNotVerified() throws IOException {
        Results then = result(handbook(TEXT));
        RunbookStatus status = judge(handbook(TEXT.replace("two\n```", "two --force\n```")), then, RUN);
        assertEquals("stale: one=passed two=stale three=passed back=never", words(status));
        assertEquals(Label.PASSED, status.step("two").proof().orElseThrow().label());
        RunbookStatus asAnother = judge(handbook(TEXT.replace("user=postgres", "user=mastodon")), then, RUN);
        assertEquals(Standing.STALE, asAnother.step("two").standing());
        RunbookStatus proseAlone = judge(handbook(TEXT.replace("# Page", "# Another page\n\nProse.")), then, RUN);
        assertEquals(Standing.PASSED, proseAlone.standing());
    }

    @Test
    void aRenamedStepWasNeverRun() throws IOException {
        Results then = result(handbook(TEXT));
        RunbookStatus status = judge(handbook(TEXT.replace("{#two ", "{#second ")), then, RUN);
        assertEquals("stale: one=passed second=never three=passed back=never", words(status));
    }

    @Test
    void aNewStepMakesARunbookOneThatWasChanged() throws IOException {
        Results then = result(handbook(TEXT));
        RunbookStatus status = judge(handbook(TEXT + "\n```bash {#new .exec}\nnew\n```\n"), then, RUN);
        assertEquals("stale: one=passed two=passed three=passed back=never new=never", words(status));
        RunbookStatus without = judge(handbook(TEXT), new Results("", List.of()), RUN);
        assertEquals("never: one=never two=never three=never back=never", words(without));
    }

    @Test
    void stepsThatWereMovedOrRemovedWereNeverRunTogether() throws IOException {
        Results then = result(handbook(TEXT));
        String one = "```bash {#one .exec}\none\n```\n\n";
        String two = "```bash {#two .exec user=postgres}\ntwo\n```\n\n";
        RunbookStatus moved = judge(handbook(TEXT.replace(one + two, two + one)), then, RUN);
        assertEquals("stale: two=passed one=passed three=passed back=never", words(moved));
        assertTrue(moved.rearranged());
        RunbookStatus removed = judge(handbook(TEXT.replace(two, "")), then, RUN);
        assertEquals("stale: one=passed three=passed back=never", words(removed));
        assertTrue(removed.rearranged());
        assertFalse(judge(handbook(TEXT), then, RUN).rearranged());
    }

    @Test
    void onlyTimeMakesAVerificationTooOld() throws IOException {
        Files.writeString(folder.resolve("handbook.yml"), "stale_after: 10d\n");
        Handbook handbook = handbook(TEXT);
        Results then = result(handbook);
        Instant last = RUN.plus(Duration.ofDays(10));
        assertEquals(Standing.PASSED, judge(handbook, then, last).standing());
        assertEquals(
                "too-old: one=too-old two=too-old three=too-old back=never",
                words(judge(handbook, then, last.plusMillis(1))));
        Results failed = changed(then, p -> labelled(p, Label.FAILED, p.digest()));
        assertEquals(
                Standing.FAILED, judge(handbook, failed, last.plusMillis(1)).standing());
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED,stale",
        "STUBBED,stale",
        "ERRORED,stale",
        "FAILED,stale",
        "SKIPPED,never",
        "MANUAL,never",
    })
    void aChangedBlockThatWasNotRunHasNothingToBeStale(Label label, String standing) throws IOException {
        Handbook handbook = handbook(TEXT);
        Results then = changed(result(handbook), p -> labelled(p, label, "0000000000000000"));
        assertEquals(standing, judge(handbook, then, RUN).step("one").standing().id());
    }

    @ParameterizedTest
    @CsvSource({"PASSED", "STUBBED", "MANUAL", "SKIPPED", "ERRORED", "FAILED"})
    void aLabelStandsAsLongAsNothingChanges(Label label) throws IOException {
        Handbook handbook = handbook(TEXT);
        Results then = changed(result(handbook), p -> p.step().equals("two") ? labelled(p, label, p.digest()) : p);
        RunbookStatus status = judge(handbook, then, RUN);
        assertEquals(label.name(), status.step("two").standing().name());
        assertEquals(label.name(), status.standing().name(), "as good as the weakest step");
    }

    @Test
    void anUndoThatFailedCounts() throws IOException {
        Handbook handbook = handbook(TEXT);
        Results then = SampleResults.of(handbook, ID, RUN, true, Optional.empty());
        assertEquals(Standing.PASSED, judge(handbook, then, RUN).step("back").standing());
        Results failed = changed(then, p -> p.step().equals("back") ? labelled(p, Label.FAILED, p.digest()) : p);
        assertEquals(Standing.FAILED, judge(handbook, failed, RUN).standing());
    }

    @Test
    void aRunbookThatCouldNotBeRunIsErrored() throws IOException {
        Handbook handbook = handbook(TEXT);
        Diagnostic error = Diagnostic.of(ExecCode.COMMAND_FAILED, Span.startOf("page.md"));
        assertEquals(
                Standing.ERRORED,
                judge(handbook, SampleResults.of(handbook, ID, RUN, false, Optional.of(error)), RUN)
                        .standing());
    }

    @Test
    void aPageThatAPersonCarriesOutHasNothingToVerify() throws IOException {
        Files.writeString(folder.resolve("list.md"), "# List\n\n## A\n\n- [ ] look\n");
        Files.writeString(folder.resolve("read.md"), "# Read\n");
        Handbook handbook = handbook(TEXT + "\n- [ ] look\n");
        HandbookStatus status = new JudgeResults(folder, new Results("", List.of()), RUN).of(handbook);
        assertEquals(List.of(ID), List.copyOf(status.runbooks().keySet()));
        assertEquals(
                Standing.MANUAL,
                judge(handbook, result(handbook(TEXT)), RUN).standing(),
                "a step for a person is no step that was never run");
    }

    @Test
    void resultsOfWhatIsGoneSayNothing() throws IOException {
        Handbook handbook = handbook(TEXT);
        Results then = result(handbook);
        Files.move(folder.resolve("page.md"), folder.resolve("other.md"));
        Handbook moved = new HandbookReader(folder).read(Progress.NONE).value();
        HandbookStatus status = new JudgeResults(folder, then, RUN).of(moved);
        assertEquals(Optional.empty(), status.of(ID));
        assertEquals(
                Standing.NEVER, status.of(new RunbookId("other")).orElseThrow().standing());
    }

    @Test
    void aChangedEnvironmentIsNotTheOneThatWasVerifiedIn() throws IOException {
        Path dockerfile = environment("FROM scratch\n");
        Handbook handbook = handbook(TEXT);
        Results then = resting(handbook);
        assertEquals(Standing.PASSED, judge(handbook, then, RUN).standing());
        Files.writeString(dockerfile, "FROM scratch\nRUN other\n");
        RunbookStatus status = judge(handbook, then, RUN);
        assertEquals("stale: one=passed two=passed three=passed back=never", words(status));
        assertTrue(status.otherBasis());
        Files.delete(dockerfile);
        assertEquals(Standing.STALE, judge(handbook, then, RUN).standing());
    }

    @Test
    void aChangedStepOfWhatIsRequiredCountsAndItsProseDoesNot() throws IOException {
        environment("FROM scratch\n");
        String first = "# First\n\n## Do {#do}\n\n```bash {#a .exec}\na\n```\n";
        String text = TEXT.replace("user: root\n", "user: root\nrequires: [first]\nparams:\n  P: {default: \"1\"}\n");
        Files.writeString(folder.resolve("first.md"), first);
        Handbook handbook = handbook(text);
        Results then = resting(handbook);
        Files.writeString(folder.resolve("first.md"), first.replace("# First", "# First of all\n\nProse."));
        assertEquals(Standing.PASSED, judge(handbook(text), then, RUN).standing());
        Files.writeString(folder.resolve("first.md"), first.replace("\na\n", "\nb\n"));
        assertEquals(Standing.STALE, judge(handbook(text), then, RUN).standing());
        Files.writeString(folder.resolve("first.md"), first);
        assertEquals(Standing.PASSED, judge(handbook(text), then, RUN).standing());
        String otherValue = text.replace("default: \"1\"", "default: \"2\"");
        assertEquals(Standing.STALE, judge(handbook(otherValue), then, RUN).standing());
    }

    @Test
    void anEnvironmentHasItsTitleInTheReadersLanguage() throws IOException {
        environment("FROM scratch\n");
        Files.writeString(folder.resolve("environments/centos/environment.yml"), "title: {ja: サーバー, en: A server}\n");
        HandbookStatus status = new JudgeResults(folder, new Results("", List.of()), RUN).of(handbook(TEXT));
        assertEquals("サーバー", status.title("centos", Language.JA));
        assertEquals("A server", status.title("centos", Language.EN));
        assertEquals("gone", status.title("gone", Language.EN));
    }

    private Path environment(String dockerfile) throws IOException {
        Path file = folder.resolve("environments/centos/Dockerfile");
        Files.createDirectories(file.getParent());
        Files.writeString(folder.resolve("environments/centos/environment.yml"), "title: Test\n");
        return Files.writeString(file, dockerfile);
    }

    /** A result that knows what it rests on. */
    private Results resting(Handbook handbook) {
        RunbookResult result = result(handbook).of(ID).orElseThrow();
        Setting setting = new Setting(
                "centos", "image", "sha256:1", false, Map.of(), new Basis(folder, handbook).of(ID, "centos"));
        return new Results(
                "1",
                List.of(new RunbookResult(
                        ID,
                        result.file(),
                        result.digest(),
                        result.commit(),
                        setting,
                        result.started(),
                        result.duration(),
                        result.steps(),
                        result.error())));
    }

    private Handbook handbook(String text) throws IOException {
        Files.writeString(folder.resolve("page.md"), text);
        return new HandbookReader(folder).read(Progress.NONE).value();
    }

    private RunbookStatus judge(Handbook handbook, Results results, Instant now) {
        return new JudgeResults(folder, results, now).of(handbook).of(ID).orElseThrow();
    }

    /** {@code standing: step=standing …}. */
    private static String words(RunbookStatus status) {
        return status.standing().id() + ": "
                + status.steps().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue().standing().id())
                        .collect(Collectors.joining(" "));
    }

    private static Results result(Handbook handbook) {
        return SampleResults.passed(handbook, ID, RUN);
    }

    private static Results changed(Results results, UnaryOperator<StepProof> change) {
        return new Results(
                results.tool(),
                results.runbooks().stream()
                        .map(r -> new RunbookResult(
                                r.id(),
                                r.file(),
                                r.digest(),
                                r.commit(),
                                r.setting(),
                                r.started(),
                                r.duration(),
                                r.steps().stream().map(change).toList(),
                                r.error()))
                        .toList());
    }

    private static StepProof labelled(StepProof p, Label label, String digest) {
        return new StepProof(
                p.step(),
                p.line(),
                digest,
                label,
                p.note(),
                p.at(),
                p.duration(),
                p.tries(),
                p.outputs(),
                p.why(),
                p.mismatch());
    }
}
