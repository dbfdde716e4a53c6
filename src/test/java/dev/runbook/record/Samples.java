package dev.runbook.record;

import dev.runbook.exec.ExecCode;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.RunbookParser;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Plans and runs for tests: a plan is made of Markdown, a step's digest is its code. */
public final class Samples {
    public static final Place HERE = new Place("local", "db1", "root");
    public static final Instant START = Instant.parse("2026-11-24T15:12:03Z");

    public static final String MARKDOWN = """
            ---
            title: PgBouncer の導入
            ---

            ## 導入

            ```bash {#one .exec}
            echo one
            ```

            ```bash {#two .exec}
            echo two
            ```

            ```bash {#three .check}
            echo three
            ```

            ```bash {#four .exec}
            echo four
            ```

            ## 取り消し

            ```bash {#unfour .undo of=four}
            echo un4
            ```

            ```bash {#untwo .undo of=two}
            echo un2
            ```
            """;

    private Samples() {}

    public static Optional<DiagnosticCode> code(String id) {
        return Stream.concat(Arrays.stream(ExecCode.values()), Arrays.stream(RecordCode.values()))
                .map(c -> (DiagnosticCode) c)
                .filter(c -> c.id().equals(id))
                .findFirst();
    }

    public static Plan plan(String markdown) {
        RunbookId id = new RunbookId("database/pgbouncer");
        Runbook runbook = new RunbookParser(HandbookConfig.DEFAULTS)
                .parse(SourceFile.of("database/pgbouncer.md", markdown), id, Language.JA)
                .value();
        List<PlannedStep> steps = new ArrayList<>();
        Map<StepId, List<PlannedStep>> undos = new HashMap<>();
        int number = 0;
        for (Section section : runbook.sections()) {
            for (Step step : section.steps()) {
                PlannedStep planned = new PlannedStep(
                        ++number, section, step, "root", step.action().code().strip());
                if (step.role() == Role.UNDO) {
                    undos.computeIfAbsent(step.undoes().orElseThrow(), s -> new ArrayList<>())
                            .add(planned);
                } else {
                    steps.add(planned);
                }
            }
        }
        return new Plan(runbook, "digest", steps, undos);
    }

    /** The first undo step of a step, by its index. */
    public static PlannedStep undo(Plan plan, int index) {
        return plan.undos()
                .getOrDefault(plan.steps().get(index).step().id(), List.of())
                .get(0);
    }

    public static RunHeader header(String run) {
        return new RunHeader(
                run,
                "0.1.0",
                new RunbookId("database/pgbouncer"),
                "PgBouncer の導入",
                "runbooks/database/pgbouncer.md",
                "digest",
                HERE,
                new Operator("alice", "laptop", ProcessHandle.current().pid()),
                START,
                Map.of("POOL_SIZE", "20"),
                Set.of("DB_PASSWORD"),
                Optional.empty());
    }

    public static StepOutcome passed(String output) {
        return new StepOutcome.Passed(run(output, 0), false);
    }

    public static StepOutcome failed(PlannedStep step, String output) {
        return new StepOutcome.Failed(
                run(output, 1),
                Diagnostic.of(ExecCode.COMMAND_FAILED, step.step().span(), "false", 1, 0),
                Optional.empty());
    }

    private static Run run(String output, int status) {
        return new Run(
                START,
                Duration.ofMillis(1234),
                1,
                List.of(new Run.CommandRun(Output.of(output), OptionalInt.of(status))));
    }

    /** A step that is started, writes its output and ends. */
    public static void pass(ExecutionListener listener, PlannedStep step) {
        listener.started(step, step.step().action().code(), false);
        String output = step.step().id().name() + " の出力\n";
        listener.output(step, output.getBytes(StandardCharsets.UTF_8));
        listener.finished(step, passed(output));
    }

    public static Transcript ended(Transcript.End end) {
        return new Transcript(
                new RunbookId("database/pgbouncer"), "digest", HERE, START, START.plusSeconds(60), List.of(), end);
    }
}
