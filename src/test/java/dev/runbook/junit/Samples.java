package dev.runbook.junit;

import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.app.VerifyHandbook.Verified;
import dev.runbook.exec.ExecCode;
import dev.runbook.model.RunbookId;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.verify.VerifyListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifications without containers. */
final class Samples {
    private Samples() {}

    /** A step {@code prepare}, which no test selects, fails; {@code restart} behind it is not reached. */
    static Parsed<Verified> failsAtTheFirst(Request request, VerifyListener listener) {
        RunbookId id = request.named().get(0);
        String file = id.path() + ".md";
        listener.begun(id);
        RunbookResult result = new RunbookResult(
                id,
                file,
                "00",
                Optional.empty(),
                new Setting("centos", "image", "", false, Map.of(), ""),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(
                        step(
                                "prepare",
                                Label.FAILED,
                                Optional.of(Diagnostic.of(
                                        ExecCode.COMMAND_FAILED, new Span(file, 6, 1, 6, 9), "false", "1"))),
                        step("restart", Label.SKIPPED, Optional.empty())),
                Optional.empty());
        listener.finished(result);
        Results results = new Results("1", List.of(result));
        return new Parsed<>(new Verified(results, results, List.of()), List.of());
    }

    private static StepProof step(String name, Label label, Optional<Diagnostic> why) {
        return new StepProof(
                name, 8, "00", label, "", Instant.EPOCH, Duration.ZERO, 1, List.of(), why, Optional.empty());
    }
}
