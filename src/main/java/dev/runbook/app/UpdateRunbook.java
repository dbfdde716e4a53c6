package dev.runbook.app;

import dev.runbook.app.UpdateExpectations.Update;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.Runbook;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
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
     * Takes the outputs of the steps that held, and of those whose output alone was another.
     *
     * @param folder the handbook's
     * @return whether the file changed
     * @throws IOException if it cannot be read or written, or is no longer the one that was run; then it is as it was
     */
    public static boolean update(Path folder, Runbook runbook, List<PlannedStep> steps, Transcript transcript)
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
        String updated;
        try {
            updated = UpdateExpectations.apply(text, runbook, updates);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (updated.equals(text)) {
            return false;
        }
        Path real = file.toRealPath();
        Path aside = Files.createTempFile(real.getParent(), ".runbook-", ".tmp");
        try {
            Files.copy(real, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(aside, updated, StandardCharsets.UTF_8);
            Files.move(aside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        return true;
    }

    private static boolean isWhole(Run run) {
        return run.commands().stream().allMatch(command -> command.output().isWhole());
    }

    private static Optional<Run> usable(StepOutcome outcome) {
        return outcome.accept(new StepOutcome.Visitor<>() {
            @Override
            public Optional<Run> passed(StepOutcome.Passed passed) {
                return Optional.of(passed.run());
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
