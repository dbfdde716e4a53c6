package dev.runbook.cli;

import dev.runbook.exec.PlannedStep;
import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run at its end: how many steps held, what a person should know, and the exit status. */
final class RunEnding {
    /** What a step counts as. */
    private enum Count {
        PASSED,
        MANUAL,
        FAILED,
        ERRORED,
        SKIPPED,
        RESUMED,
        NOT_RUN
    }

    private final RunTexts texts;
    private final List<PlannedStep> planned;
    private final Map<StepId, StepOutcome> last = new LinkedHashMap<>();
    private final Transcript transcript;
    private final RunControl.@Nullable Signal signal;

    RunEnding(RunTexts texts, List<PlannedStep> planned, Transcript transcript, RunControl.@Nullable Signal signal) {
        this.texts = texts;
        this.planned = List.copyOf(planned);
        this.transcript = transcript;
        this.signal = signal;
        for (StepResult result : transcript.results()) {
            last.put(result.step(), result.outcome());
        }
    }

    /**
     * One of {@link ExitCode}, or that of a signal. A step that a person skipped for a reason is no failure; one that a
     * person says does not hold is.
     */
    int exitCode() {
        if (signal != null) {
            return signal.exitCode();
        }
        return switch (transcript.end()) {
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case ERRORED -> ExitCode.NOT_DONE;
            case FAILED, STOPPED -> ExitCode.DOES_NOT_HOLD;
            case COMPLETED -> ExitCode.of(last.values().stream().noneMatch(o -> isBad(count(o))));
        };
    }

    private static boolean isBad(Count count) {
        return count == Count.FAILED || count == Count.ERRORED;
    }

    /**
     * The lines, each with its newline.
     *
     * @param run its name in the record; empty where it is not recorded
     * @param resume the command that goes on; empty where there is nothing to go on with
     */
    String text(String run, String resume) {
        Map<Count, Integer> counts = new EnumMap<>(Count.class);
        List<String> skipped = new ArrayList<>();
        for (PlannedStep step : planned) {
            StepOutcome outcome = last.get(step.step().id());
            Count count = outcome == null ? Count.NOT_RUN : count(outcome);
            counts.merge(count, 1, Integer::sum);
            if (count == Count.SKIPPED) {
                skipped.add("#" + step.step().id().name());
            }
        }
        StringBuilder out = new StringBuilder("\n");
        out.append(headline()).append('\n');
        List<String> parts = new ArrayList<>();
        counts.forEach((count, number) -> parts.add(texts.get("sum." + key(count), number)));
        out.append(texts.get("sum.steps", planned.size(), String.join(texts.get("sum.and"), parts)))
                .append('\n');
        if (!skipped.isEmpty()) {
            out.append(texts.style().yellow(texts.get("sum.without", String.join(" ", skipped))))
                    .append('\n');
        }
        if (!run.isEmpty()) {
            out.append(texts.get("sum.record", run)).append('\n');
        }
        if (!resume.isEmpty() && transcript.end() != Transcript.End.COMPLETED) {
            out.append(texts.get("sum.resume", resume)).append('\n');
        }
        return out.toString();
    }

    private String headline() {
        String end = transcript.end().name().toLowerCase(Locale.ROOT);
        if (signal == RunControl.Signal.INT) {
            end = "interrupted";
        } else if (transcript.end() == Transcript.End.COMPLETED && exitCode() != ExitCode.HOLDS) {
            end = "failed";
        }
        String text = texts.get("sum." + end);
        return exitCode() == ExitCode.HOLDS
                ? texts.style().green(text)
                : texts.style().red(text);
    }

    private static String key(Count count) {
        String key = count.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return isBad(count) ? key + "-count" : key;
    }

    private static Count count(StepOutcome outcome) {
        return outcome.accept(new StepOutcome.Visitor<>() {
            @Override
            public Count passed(StepOutcome.Passed passed) {
                return Count.PASSED;
            }

            @Override
            public Count failed(StepOutcome.Failed failed) {
                return Count.FAILED;
            }

            @Override
            public Count manual(StepOutcome.Manual manual) {
                return manual.holds() ? Count.MANUAL : Count.FAILED;
            }

            @Override
            public Count skipped(StepOutcome.Skipped skipped) {
                return skipped.holds() ? Count.RESUMED : Count.SKIPPED;
            }

            @Override
            public Count errored(StepOutcome.Errored errored) {
                return Count.ERRORED;
            }
        });
    }
}
