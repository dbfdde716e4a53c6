package dev.runbook.app;

import dev.runbook.app.UpdateExpectations.Update;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import dev.runbook.values.Masker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a run's commands wrote into its runbook, in place of what was expected. */
public final class UpdateRunbook {
    private UpdateRunbook() {}

    /**
     * What was written.
     *
     * @param changed the steps whose expectations are others now, in order
     * @param secret those that would be, but for a secret in their output, which must not get into the document
     */
    public record Updated(List<Step> changed, List<Step> secret) {
        public Updated {
            changed = List.copyOf(changed);
            secret = List.copyOf(secret);
        }
    }

    /**
     * Takes the outputs of the steps that did not hold for their output alone: of those that held, nothing is to be changed.
     *
     * @param folder the handbook's
     * @param secrets whether the run had secrets, which stand masked in its outputs
     * @throws IOException if it cannot be read or written, or is no longer the one that was run; then it is as it was
     */
    public static Updated update(
            Path folder, Runbook runbook, List<PlannedStep> steps, Transcript transcript, boolean secrets)
            throws IOException {
        Map<StepId, StepOutcome> last = new HashMap<>();
        for (StepResult result : transcript.results()) {
            last.put(result.step(), result.outcome());
        }
        List<Update> updates = new ArrayList<>();
        for (PlannedStep planned : steps) {
            Optional.ofNullable(last.get(planned.step().id()))
                    .flatMap(UpdateRunbook::usable)
                    .filter(UpdateRunbook::isWhole)
                    .ifPresent(run -> updates.add(new Update(planned.step(), run.commands())));
        }
        Path file = folder.resolve(runbook.source().name());
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<Step> changed = new ArrayList<>();
        List<Step> secret = new ArrayList<>();
        List<Update> written = new ArrayList<>();
        String updated;
        try {
            for (Update update : updates) {
                boolean same =
                        UpdateExpectations.apply(text, runbook, List.of(update)).equals(text);
                if (!same && secrets && isMasked(update)) {
                    secret.add(update.step());
                } else if (!same) {
                    changed.add(update.step());
                    written.add(update);
                }
            }
            updated = UpdateExpectations.apply(text, runbook, written);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!written.isEmpty()) {
            replace(file, updated);
        }
        return new Updated(changed, secret);
    }

    private static void replace(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        Path aside = Files.createTempFile(real.getParent(), ".runbook-", ".tmp");
        try {
            Files.copy(real, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(aside, text, StandardCharsets.UTF_8);
            Files.move(aside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Whether an output may have held a secret: what a program itself masks in that way cannot be told from it. */
    private static boolean isMasked(Update update) {
        return update.commands().stream()
                .anyMatch(command -> command.output().text().contains(Masker.MASK));
    }

    private static boolean isWhole(Run run) {
        return run.commands().stream().allMatch(command -> command.output().isWhole());
    }

    private static Optional<Run> usable(StepOutcome outcome) {
        return outcome.accept(new StepOutcome.Visitor<>() {
            @Override
            public Optional<Run> passed(StepOutcome.Passed passed) {
                return Optional.empty();
            }

            @Override
            public Optional<Run> failed(StepOutcome.Failed failed) {
                boolean output = failed.why().code() == ExecCode.OUTPUT_DIFFERS;
                return output ? Optional.of(failed.run()) : Optional.empty();
            }

            @Override
            public Optional<Run> manual(StepOutcome.Manual manual) {
                return Optional.empty();
            }

            @Override
            public Optional<Run> skipped(StepOutcome.Skipped skipped) {
                return Optional.empty();
            }

            @Override
            public Optional<Run> errored(StepOutcome.Errored errored) {
                return Optional.empty();
            }
        });
    }
}
