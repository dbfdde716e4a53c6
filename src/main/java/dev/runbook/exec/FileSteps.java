package dev.runbook.exec;

import dev.runbook.model.Action;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.patch.PatchResult;
import dev.runbook.patch.UnifiedPatch;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import dev.runbook.values.Placeholders;
import dev.runbook.values.Quoting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps that are a file's content or a change to it. The old file stays beside the new one, as {@code NAME.TIME~}. */
final class FileSteps {
    private static final int ALREADY_SO = 10;
    private static final String WRITE = load("write-file.sh");

    private final StepContext context;
    private final Set<String> declared;

    FileSteps(StepContext context, Runbook runbook) {
        this.context = context;
        this.declared =
                runbook.frontMatter().params().stream().map(Parameter::name).collect(Collectors.toSet());
    }

    StepOutcome file(PlannedStep step, Action.FileContent file, String code) throws BackendException {
        byte[] content = filled(code).getBytes(StandardCharsets.UTF_8);
        return write(
                step, file.path(), content, file.owner().orElse(""), file.mode().orElse(""), "");
    }

    StepOutcome patch(PlannedStep step, Action.Patch patch, String code) throws BackendException {
        Instant started = Instant.now();
        Backend.Reply read = context.backend().call(step.user(), "cat -- " + Quoting.shell(patch.path()), new byte[0]);
        if (read.exitStatus() != 0) {
            return failed(step, started, ExecCode.FILE_NOT_READ, patch.path(), lastLine(read.errors()));
        }
        byte[] before = read.output().bytes();
        PatchResult result = UnifiedPatch.parse(filled(code)).apply(before);
        return result.accept(new Patched(step, patch.path(), before, started)).run();
    }

    /** What follows from a patch's result. */
    private final class Patched implements PatchResult.Visitor<StepAttempt> {
        private final PlannedStep step;
        private final String path;
        private final byte[] before;
        private final Instant started;

        Patched(PlannedStep step, String path, byte[] before, Instant started) {
            this.step = step;
            this.path = path;
            this.before = before;
            this.started = started;
        }

        @Override
        public StepAttempt applied(PatchResult.Applied applied) {
            return () -> write(step, path, applied.bytes(), "", "", sha256(before));
        }

        @Override
        public StepAttempt alreadySo(PatchResult.AlreadySo result) {
            return () -> new StepOutcome.Passed(run(started, Output.EMPTY, 0), true);
        }

        @Override
        public StepAttempt doesNotFit(PatchResult.DoesNotFit misfit) {
            Span code = step.step().codeSpan();
            int line = code.startLine() + misfit.lineOfPatch() - 1;
            Span span = new Span(code.file(), line, code.startColumn(), line, code.startColumn());
            Diagnostic why = Diagnostic.of(ExecCode.PATCH_DOES_NOT_FIT, span, path);
            Output lines = context.masker().mask(Output.of(String.join("\n", misfit.expectedLines()) + "\n"));
            return () -> new StepOutcome.Failed(run(started, lines, 1), why, Optional.empty());
        }
    }

    private StepOutcome write(PlannedStep step, String path, byte[] content, String owner, String mode, String digest)
            throws BackendException {
        Instant started = Instant.now();
        String words =
                List.of(path, owner, mode, digest).stream().map(Quoting::shell).collect(Collectors.joining(" "));
        Backend.Reply reply = context.backend().call(step.user(), "set -- " + words + "\n" + WRITE, content);
        if (reply.exitStatus() == ALREADY_SO) {
            return new StepOutcome.Passed(run(started, Output.EMPTY, 0), true);
        }
        if (reply.exitStatus() != 0) {
            return failed(step, started, ExecCode.FILE_NOT_WRITTEN, path, lastLine(reply.errors()));
        }
        String copy = reply.output().text();
        Output said = copy.isEmpty() ? Output.EMPTY : Output.of("backup: " + copy + "\n");
        return new StepOutcome.Passed(run(started, said, 0), false);
    }

    private String filled(String code) {
        return Placeholders.fill(code, context.values(), declared);
    }

    private static StepOutcome failed(PlannedStep step, Instant started, ExecCode code, String path, String said) {
        Diagnostic why = Diagnostic.of(code, step.step().span(), path, said);
        return new StepOutcome.Failed(run(started, Output.EMPTY, 1), why, Optional.empty());
    }

    private static Run run(Instant started, Output output, int status) {
        Duration duration = Duration.between(started, Instant.now());
        return new Run(started, duration, 1, List.of(new Run.CommandRun(output, OptionalInt.of(status))));
    }

    private static String lastLine(Output errors) {
        String text = errors.text().strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String load(String name) {
        try (InputStream in = FileSteps.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
