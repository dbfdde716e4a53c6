package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.model.Runbook;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Order, retries, decisions, and what follows from outcomes. */
class ExecutorTest extends Executed {
    private static final String THREE = """
            ```bash {#one .exec}
            name=first
            ```

            ```bash {#two .exec}
            echo "$name"
            ```
            ```text {.output}
            first
            ```

            ```console {#three .check}
            # echo "three $name"
            three first
            # false
            [1]
            ```
            """;

    @Test
    void stepsInOrder() throws Exception {
        Transcript transcript = run(THREE.replace("# ", USER.equals("root") ? "# " : "$ "));
        assertEquals(End.COMPLETED, transcript.end());
        assertEquals(
                List.of(
                        "started one",
                        "passed one",
                        "started two",
                        "passed two",
                        "started three",
                        "passed three",
                        "ended COMPLETED"),
                told.lines());
        assertEquals("first\nthree first\n", told.output());
    }

    @Test
    void aDifferingOutputFailsAndIsShownAsADiff() throws Exception {
        Transcript transcript = run("""
                # Page

                ```bash {#a .check}
                echo actual
                ```
                ```text {.output}
                expected
                ```

                ```bash {#b .exec}
                echo not reached
                ```
                """);
        assertEquals(End.FAILED, transcript.end());
        assertEquals(List.of("started a", "failed a", "ended FAILED"), told.lines());
        StepOutcome.Failed failed = failed(transcript);
        assertEquals(ExecCode.OUTPUT_DIFFERS, failed.why().code());
        assertEquals(7, failed.why().span().startLine());
        assertEquals(2, failed.mismatch().orElseThrow().lines().size());
    }

    @Test
    void aFailedCommandIsNamedAtItsLine() throws Exception {
        StepOutcome.Failed failed = failed(run("""
                # Page

                ```bash {#a .exec}
                true
                ls /nonexistent
                ```
                """));
        assertEquals(ExecCode.COMMAND_FAILED, failed.why().code());
        assertEquals(5, failed.why().span().startLine());
        assertTrue(failed.why().message(Language.EN).contains("ls /nonexistent"));
    }

    @Test
    void anOutputBehindASessionIsOfAllItsCommands() throws Exception {
        String prompt = USER.equals("root") ? "#" : "$";
        String text = "```console {#a .check}\nP echo one\nP echo two\n```\n```text {.output}\none\ntwo\n```\n"
                .replace("P", prompt);
        assertEquals(End.COMPLETED, run(text).end());
        assertEquals(
                ExecCode.OUTPUT_DIFFERS,
                failed(run(text.replace("\none\ntwo", "\ntwo"))).why().code());
    }

    @Test
    void wantedStatus() throws Exception {
        assertEquals(
                End.COMPLETED, run("```bash {#a .exec exit=3}\nexit 3\n```\n").end());
        assertEquals(End.FAILED, run("```bash {#a .exec exit=3}\ntrue\n```\n").end());
    }

    @Test
    void retriesUntilItHolds() throws Exception {
        Transcript transcript = run("""
                ```bash {#a .check retry=5x10ms}
                n=$((${n:-0} + 1))
                [ "$n" -eq 3 ]
                ```

                ```bash {#b .check retry=2x10ms}
                false
                ```
                """);
        assertEquals(
                List.of(
                        "started a",
                        "retrying a 1",
                        "retrying a 2",
                        "passed a",
                        "started b",
                        "retrying b 1",
                        "failed b",
                        "ended FAILED"),
                told.lines());
        assertEquals(3, outcome(transcript, 0).ran().orElseThrow().tries());
    }

    @Test
    void status80SkipsTheRest() throws Exception {
        Transcript transcript = run("```bash {#a .exec}\nexit 80\n```\n\n```bash {#b .exec}\ntrue\n```\n");
        assertEquals(End.COMPLETED, transcript.end());
        assertEquals(List.of("started a", "skipped a", "skipped b", "ended COMPLETED"), told.lines());
    }

    @Test
    void aTimeLimitIsAFailure() throws Exception {
        StepOutcome.Failed failed = failed(run("```bash {#a .exec timeout=200ms}\necho before\nsleep 600\n```\n"));
        assertEquals(ExecCode.TIMED_OUT, failed.why().code());
        assertEquals(List.of("200ms"), failed.why().arguments());
        assertTrue(failed.run().commands().get(0).output().text().startsWith("before\n"));
    }

    @Test
    void decisionsAreCarriedOut() throws Exception {
        script.before.add(RUN);
        script.before.add(new Decision.Skip("not today"));
        script.before.add(new Decision.Back());
        script.before.add(new Decision.Run(Optional.of("name=other\n")));
        script.before.add(new Decision.Run(Optional.of("echo $name\n")));
        run(THREE.substring(0, THREE.indexOf("```console")) + "```bash {#three .exec}\ntrue\n```\n");
        assertEquals(
                List.of(
                        "started one",
                        "passed one",
                        "skipped two",
                        "started two edited name=other",
                        "failed two",
                        "ended FAILED"),
                told.lines());
    }

    @Test
    void afterAFailure() throws Exception {
        script.before.add(RUN);
        script.before.add(new Decision.Judge(true, ""));
        script.after.add(RUN);
        script.after.add(new Decision.GoOn());
        Transcript transcript = run("""
                ```bash {#a .exec}
                false
                ```

                - [ ] look at it

                ```bash {#c .exec}
                true
                ```
                """);
        assertEquals(
                List.of("started a", "failed a", "started a", "failed a"),
                told.lines().subList(0, 4));
        assertTrue(told.lines().get(4).startsWith("manual "));
        assertEquals(
                List.of("started c", "passed c", "ended FAILED"), told.lines().subList(5, 8));
        assertEquals(4, transcript.results().size());
    }

    @Test
    void manualStepsAreJudged() throws Exception {
        script.before.add(new Decision.Judge(true, ""));
        assertEquals(End.COMPLETED, run("- [ ] look at it\n").end());
        script.before.add(new Decision.Judge(false, "it is red"));
        assertEquals(End.FAILED, run("- [ ] look at it\n").end());
    }

    @Test
    void undoTakesBackTheLastFirst() throws Exception {
        script.before.add(RUN);
        script.before.add(RUN);
        script.after.add(new Decision.Undo());
        Transcript transcript = run("""
                ```bash {#a .exec}
                a=done
                ```

                ```bash {#b .exec}
                false
                ```

                ```bash {#c .exec}
                true
                ```

                ```bash {#undo-a .undo of=a}
                echo "a was $a"
                ```

                ```bash {#undo-b .undo of=b}
                true
                ```
                """);
        assertEquals(
                List.of(
                        "started a",
                        "passed a",
                        "started b",
                        "failed b",
                        "undoing [undo-b, undo-a]",
                        "started undo-b",
                        "passed undo-b",
                        "started undo-a",
                        "passed undo-a",
                        "ended STOPPED"),
                told.lines());
        assertEquals("a was done\n", told.output());
        assertEquals(4, transcript.results().size());
    }

    @Test
    void heldStepsAreNotRunAgain() throws Exception {
        run(THREE, new Scope(false, false, Optional.empty(), Set.of("one", "two")), Set.of("one", "two"));
        assertEquals(List.of("skipped one", "skipped two", "ended COMPLETED"), told.lines());
    }

    @Test
    void scopes() throws Exception {
        Runbook runbook = Written.runbook(folder, """
                ```bash {#g .given}
                true
                ```
                ```bash {#e .exec}
                true
                ```
                ```bash {#c .check}
                true
                ```
                ```bash {#u .undo of=e}
                true
                ```
                """);
        assertEquals("[e, c]", names(runbook, Scope.ALL));
        assertEquals("[g, e, c]", names(runbook, new Scope(true, false, Optional.empty(), Set.of())));
        assertEquals("[c]", names(runbook, new Scope(false, true, Optional.empty(), Set.of())));
        assertEquals("[c]", names(runbook, new Scope(false, false, Optional.of("c"), Set.of())));
        assertEquals("[e]", names(runbook, new Scope(false, false, Optional.empty(), Set.of("e"))));
    }

    private static String names(Runbook runbook, Scope scope) {
        return Plans.of(runbook, scope, USER).steps().stream()
                .map(p -> p.step().id().name())
                .toList()
                .toString();
    }

    @Test
    void interruptAsksAndStopEnds() throws Exception {
        Runbook runbook = Written.runbook(folder, "```bash {#a .exec}\necho begun\nsleep 600\n```\n");
        Executor[] executor = new Executor[1];
        ExecutionListener interrupter = new ExecutionListener() {
            @Override
            public void output(PlannedStep step, byte[] bytes) {
                if (!script.after.isEmpty()) {
                    new Thread(executor[0]::interrupt).start();
                } else {
                    new Thread(executor[0]::stop).start();
                }
            }
        };
        script.after.add(RUN);
        executor[0] = new Executor(backend, values, script, interrupter);
        Transcript transcript = executor[0].run(Plans.of(runbook, Scope.ALL, USER));
        assertEquals(End.INTERRUPTED, transcript.end());
        assertEquals(2, transcript.results().size());
        assertEquals(ExecCode.INTERRUPTED, failed(transcript).why().code());
    }

    @Test
    void secretsAreSeenByTheCommandAlone() throws Exception {
        String secret = "pa$$'wörd-0123456789";
        values = new Values(Map.of("SECRET", secret, "NAME", "shown"), Set.of("SECRET"));
        Transcript transcript = run("""
                ---
                params:
                  SECRET: {secret: true}
                  NAME: {}
                ---

                ```bash {#a .exec}
                printf '%s %s\\n' "$NAME" "$SECRET"
                printf %s "$SECRET" | base64
                printf %s "${SECRET:0:5}"; sleep 0.1; printf '%s\\n' "${SECRET:5}"
                printf %s "$SECRET" | wc -c
                ```

                ```bash {#b .exec}
                cat "/nonexistent/$SECRET"
                ```
                """);
        String all = told.output() + transcript;
        assertTrue(told.output().startsWith("shown ********\n********\n********\n21\n"), told.output());
        assertFalse(all.contains(secret), all);
        assertFalse(all.contains(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))), all);
    }

    @Test
    void interpretersGetTheValues() throws Exception {
        values = new Values(Map.of("NAME", "$(id) 'x'"), Set.of());
        Transcript transcript = run("""
                ---
                params: {NAME: {}}
                ---

                ```python {#a .exec}
                import os, sys
                print(os.environ["NAME"], len(sys.stdin.read()))
                ```
                ```text {.output}
                $(id) 'x' 0
                ```

                ```perl {#b .exec}
                die "so\\n";
                ```
                """);
        assertEquals(ExecCode.WRONG_STATUS, failed(transcript).why().code());
        assertEquals("$(id) 'x' 0\nso\n", told.output());
    }

    @Test
    void longOutputIsKeptInPart() throws Exception {
        Transcript transcript = run("""
                ```bash {#a .exec}
                echo begin; head -c 20000000 /dev/zero | tr '\\0' 'x'; echo end
                ```

                ```bash {#b .check}
                head -c 20000000 /dev/zero | tr '\\0' 'x'
                ```
                ```text {.output}
                ...
                ```
                """);
        var output =
                outcome(transcript, 0).ran().orElseThrow().commands().get(0).output();
        assertEquals(20_000_010, output.size());
        assertEquals(2 * Capture.RECORDED, output.bytes().length);
        assertTrue(output.text().startsWith("begin\n") && output.text().endsWith("end\n"));
        assertEquals(ExecCode.OUTPUT_TOO_LONG, failed(transcript).why().code());
    }

    @Test
    void whatCannotBeRunIsErroredNotFailed() throws Exception {
        Transcript transcript = run("```bash {#a .exec user=no_such_user}\ntrue\n```\n");
        assertEquals(End.ERRORED, transcript.end());
        StepOutcome.Errored errored = (StepOutcome.Errored) outcome(transcript, 0);
        assertEquals(ExecCode.NO_SUCH_USER, errored.why().code());
    }

    @Test
    void aDigestSeesWhatChangesAStep() throws Exception {
        String a = "# Page\n\n```bash {#a .exec}\ntrue\n```\n";
        String first = digest(a);
        assertEquals(first, digest("# Page\n\nMore prose.\n\n" + a.substring(8)));
        assertFalse(first.equals(digest(a.replace("true", "false"))));
        assertFalse(first.equals(digest(a.replace(".exec", ".exec user=nobody"))));
        assertFalse(first.equals(digest(a + "```text {.output}\nx\n```\n")));
    }

    private String digest(String text) throws IOException {
        return Plans.of(Written.runbook(folder, text), Scope.ALL, USER)
                .steps()
                .get(0)
                .digest();
    }
}
