package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.UpdateExpectations.Update;
import dev.runbook.match.Matcher;
import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run.CommandRun;
import dev.runbook.testing.Expectations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateExpectationsTest {
    private static CommandRun run(String output, int exit) {
        return new CommandRun(Output.of(output), OptionalInt.of(exit));
    }

    private static String update(String text, CommandRun... runs) {
        Runbook runbook = Expectations.runbook(text);
        return UpdateExpectations.apply(
                text, runbook, List.of(new Update(runbook.steps().get(0), List.of(runs))));
    }

    private static String block(String lines) {
        return "# 題\n\n```bash {#a .check}\ntrue\n```\n\n```output {.output}\n" + lines + "```\n\n終わり\n";
    }

    /** In the table {@code |} is a newline. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a|b|c|;a|x|c|;0;a|x|c|",
                "a|;\"\";0;\"\"",
                "\"\";a|b|;0;a|b|",
                "v1.* (re)|old|...|end|;v1.2|new|x|y|end|;0;v1.* (re)|new|...|end|",
                "a (?)|b|;c|;0;a (?)|c|",
                "a (*)|;a|a|b|a|;0;a (*)|b|a (*)|",
                "a|;a;0;a (no-eol)|",
                "a (no-eol)|;a|;0;a|",
                "a|;a (glob)|;0;a (glob) (esc)|",
                "a|;a (no-eol)|;0;a (no-eol\\x29 (esc)|",
                "a|;a (glob);0;a (glob) (no-eol)|",
                "a|;...|;0;... (esc)|",
                "a|;[2]|;0;[2] (esc)|",
                "[2]|b|;[2]|;0;[2] (esc)|",
                "a|;\\b|;0;\\b|",
                "a|;x\ty\\|;0;x\\ty\\\\ (esc)|",
                "a|;# a|;0;# a|",
                // The exit status.
                "a|[2]|;a|;2;a|[2]|",
                "a|[2]|;b|;2;b|[2]|",
                "a|[2]|;a|;3;a|[3]|",
                "a|[2]|;a|;0;a|",
                "a|[0]|;a|;0;a|[0]|",
                "a|;a|;1;a|[1]|",
                "[2]|;\"\";2;[2]|",
            })
    void replacesOnlyWhatDoesNotMatch(String before, String output, int exit, String after) {
        String updated = update(block(before.replace('|', '\n')), run(output.replace('|', '\n'), exit));
        assertEquals(block(after.replace('|', '\n')), updated);
        assertEquals(updated, update(updated, run(output.replace('|', '\n'), exit)));
    }

    @Test
    void keepsALineMadeOfNothingInASession() {
        String text = "```console {#a .check}\n# a\nx\n# b\ny\n[1]\n# c\n# d\nz\n```\n";
        String updated = update(text, run("", 0), run("# y\n> z\n", 0), run("any\n", 0), run("> z\n$\n#", 1));
        assertEquals("""
                ```console {#a .check}
                # a
                [0]
                # b
                \\x23 y (esc)
                \\x3e z (esc)
                # c
                # d
                \\x3e z (esc)
                \\x24 (esc)
                \\x23 (no-eol) (esc)
                [1]
                ```
                """, updated);
    }

    @Test
    void anAuthorsLineMayNotBecomePartOfTheCommand() {
        String text = "```console {#a .check}\n# a\nx\n> (a|b) (re)\n# b\nx\n> y\n# c\nx\n> ? (glob)\n```\n";
        assertEquals(
                "```console {#a .check}\n# a\n\\x3e (a|b) (re)\n# b\n\\x3e y (esc)\n# c\n? ? (glob)\n```\n",
                update(text, run("> b\n", 0), run("> y\n", 0), run("> z\n", 0)));
    }

    @Test
    void keepsIndentationAndQuotes() {
        String text = """
                1. 一

                   > ```bash {#a .check}
                   > true
                   > ```
                   >
                   > ```output {.output}
                   > a
                   > b
                   > ```

                2. 二
                """;
        assertEquals(text.replace("> b\n", ">\n   >   c\n"), update(text, run("a\n\n  c\n", 0)));
    }

    @Test
    void aFenceInTheOutputMakesTheBlocksOwnLonger() {
        String text = "- ```console {#a .check}\n  # a\n  x\n  ```\n";
        assertEquals(
                "- `````console {#a .check}\n  # a\n  ```\n  ~~~~~~\n   ````\n  `````\n",
                update(text, run("```\n~~~~~~\n ````\n", 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void keepsByteOrderMarkLineEndsAndLastLine(String end) {
        String text = "\uFEFF" + block("a\nb\n").replace("\n", end) + "ende";
        String updated = update(text, run("a\nc\nd\n", 0));
        assertEquals("\uFEFF" + block("a\nc\nd\n").replace("\n", end) + "ende", updated);
    }

    @Test
    void touchesNoOtherLineEnd() {
        String text = block("a\nb\nc\n").replace("true\n", "true\r\n").replace("a\n", "a\r\n");
        assertEquals(text.replace("b\n", "x\r\n"), update(text, run("a\nx\nc\n", 0)));
    }

    @Test
    void updatesSeveralStepsAtOnceAndAddsNoBlock() {
        String text = "```bash {#a .exec}\ntrue\n```\n\n" + block("a\n").replace("#a", "#b")
                + "```console {#c .check}\n# c\nx\n# d\n```\n";
        Runbook runbook = Expectations.runbook(text);
        List<Step> steps = runbook.steps();
        String updated = UpdateExpectations.apply(
                text,
                runbook,
                List.of(
                        new Update(steps.get(2), List.of(run("1\n2\n3\n", 0), run("4\n", 0))),
                        new Update(steps.get(1), List.of(run("5\n6\n", 0))),
                        new Update(steps.get(0), List.of(run("7\n", 0)))));
        assertEquals(text.replace("\na\n", "\n5\n6\n").replace("\nx\n", "\n1\n2\n3\n"), updated);
    }

    @Test
    void saysSoWhereTheFileHasChanged() {
        Runbook runbook = Expectations.runbook(block("a\n"));
        assertThrows(IllegalArgumentException.class, () -> UpdateExpectations.apply(block("b\n"), runbook, List.of()));
    }

    @Test
    void whatWasNotKeptBecomesAnyLines() {
        Output partly =
                Output.of("a\nb\npart".getBytes(StandardCharsets.UTF_8), 9, "x\nz\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(block("a\nb\n...\nz\n"), update(block("a\nz\n"), new CommandRun(partly, OptionalInt.of(0))));
    }

    /** Whatever the commands wrote, the updated expectations hold, and there is nothing left to update. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void updatedExpectationsHold(int layout) {
        Random random = new Random(20240501 + layout);
        for (int i = 0; i < 400; i++) {
            String text = HardToWrite.runbook(random, layout);
            Runbook runbook = Expectations.runbook(text);
            List<Update> updates = new ArrayList<>();
            for (Step step : runbook.steps()) {
                updates.add(new Update(step, runs(step, random)));
            }
            String updated = UpdateExpectations.apply(text, runbook, updates);
            Runbook again = Expectations.runbook(updated);
            assertEquals(runbook.steps().size(), again.steps().size(), updated);
            List<Update> same = new ArrayList<>();
            for (int s = 0; s < updates.size(); s++) {
                Step step = again.steps().get(s);
                List<CommandRun> runs = updates.get(s).commands();
                same.add(new Update(step, runs));
                List<Optional<Expectation>> before =
                        expectations(runbook.steps().get(s));
                List<Optional<Expectation>> after = expectations(step);
                assertEquals(before.size(), after.size(), () -> text + "\nbecame\n" + updated);
                for (int c = 0; c < after.size(); c++) {
                    assertEquals(before.get(c).isPresent(), after.get(c).isPresent(), () -> text + "\n" + updated);
                    if (after.get(c).isPresent()) {
                        Expectation expectation = after.get(c).get();
                        CommandRun run = runs.get(c);
                        assertEquals(
                                Optional.empty(),
                                Matcher.compare(expectation, run.output()),
                                () -> text + "\nbecame\n" + updated);
                        assertEquals(
                                run.exitStatus().getAsInt(),
                                expectation.exitStatus().orElse(0),
                                () -> text + updated);
                    }
                }
            }
            assertEquals(updated, UpdateExpectations.apply(updated, again, same), text);
            assertTrue(updated.startsWith(text.substring(0, 5)));
        }
    }

    private static List<CommandRun> runs(Step step, Random random) {
        List<CommandRun> runs = new ArrayList<>();
        for (Optional<Expectation> expectation : expectations(step)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            int lines = random.nextInt(6);
            List<Expectation.Line> expected =
                    expectation.map(Expectation::lines).orElse(List.of());
            for (int i = 0; i < lines; i++) {
                // Some of what is expected, so that there is something to keep.
                boolean known = !expected.isEmpty() && random.nextInt(3) == 0;
                output.writeBytes(
                        known
                                ? expected.get(random.nextInt(expected.size()))
                                        .text()
                                        .getBytes(StandardCharsets.UTF_8)
                                : HardToWrite.outputLine(random));
                if (i < lines - 1 || random.nextInt(3) > 0) {
                    output.write('\n');
                }
            }
            runs.add(new CommandRun(Output.of(output.toByteArray()), OptionalInt.of(random.nextInt(3))));
        }
        return runs;
    }

    private static List<Optional<Expectation>> expectations(Step step) {
        if (step.action() instanceof Action.Console console) {
            return console.commands().stream().map(ConsoleCommand::expectation).toList();
        }
        return List.of(step.expectation());
    }
}
