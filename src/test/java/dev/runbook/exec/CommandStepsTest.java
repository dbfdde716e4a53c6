package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.values.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a step's commands give, and how it is judged. */
class CommandStepsTest extends Executed {
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
    void aTimeLimitIsAFailure() throws Exception {
        StepOutcome.Failed failed = failed(run("```bash {#a .exec timeout=200ms}\necho before\nsleep 600\n```\n"));
        assertEquals(ExecCode.TIMED_OUT, failed.why().code());
        assertEquals(List.of("200ms"), failed.why().arguments());
        assertTrue(failed.run().commands().get(0).output().text().startsWith("before\n"));
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
    void aValueThatNoOtherProgramCouldBeGivenIsSaidSoWhereItIsUsed() throws Exception {
        values = new Values(Map.of("LONG", "x".repeat(Command.LONGEST_EXPORT)), Set.of());
        Transcript transcript = run("""
                ---
                params: {LONG: {}}
                ---

                ```perl {#unused .exec}
                print "fine\n";
                ```

                ```bash {#shell .exec}
                echo ${#LONG}
                ```

                ```perl {#used .exec}
                print length $ENV{LONG};
                ```
                """);
        assertEquals("fine\n" + Command.LONGEST_EXPORT + "\n", told.output());
        assertEquals(
                ExecCode.VALUE_TOO_LONG,
                ((StepOutcome.Errored) last(transcript)).why().code());
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
}
