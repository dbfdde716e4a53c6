package dev.runbook.app;

import dev.runbook.model.Expectation;
import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies blocks from one file over those of another. What stands before a block's lines there stays as it is. */
final class SyncBlock {
    private final SourceFile original;
    private final SourceFile translation;

    SyncBlock(SourceFile original, SourceFile translation) {
        this.original = original;
        this.translation = translation;
    }

    /** Adds the edits that make a step, and the output that it must give, those of the original. */
    void step(Step one, Step other, List<SyncEdit> edits) {
        Optional<SyncFence> fence = SyncFence.of(original, one.span().startLine());
        Optional<SyncFence> own = SyncFence.of(translation, other.span().startLine());
        if (fence.isEmpty() || own.isEmpty()) {
            return;
        }
        int last = lastLine(other);
        String info = fence.get().infoWithDangerOf(own.get());
        if (!info.equals(own.get().info())
                || !one.action().code().equals(other.action().code())) {
            List<String> code = one.action().code().lines().toList();
            edits.add(replace(other.span().startLine(), last, block(own.get(), fence.get(), info, code)));
        }
        output(one.expectation().map(e -> Output.of(original, e)), other, own.get(), last, edits);
    }

    private void output(Optional<Output> wanted, Step other, SyncFence step, int last, List<SyncEdit> edits) {
        Optional<Output> own = other.expectation().map(e -> Output.of(translation, e));
        if (wanted.isPresent() && own.isPresent()) {
            SyncFence there = own.get().fence();
            if (!wanted.get().lines().equals(own.get().lines())
                    || !wanted.get().fence().info().equals(there.info())) {
                String block = block(
                        there,
                        wanted.get().fence(),
                        wanted.get().fence().info(),
                        wanted.get().lines());
                edits.add(replace(own.get().firstLine(), own.get().lastLine(), block));
            }
        } else if (wanted.isPresent()) {
            SyncFence under = new SyncFence(step.followingPrefix(), step.marks(), step.info());
            String block = block(
                    under,
                    wanted.get().fence(),
                    wanted.get().fence().info(),
                    wanted.get().lines());
            int end = lineEnd(last);
            edits.add(new SyncEdit(end, end, "\n" + step.followingPrefix().stripTrailing() + "\n" + block));
        } else if (own.isPresent()) {
            int first = own.get().firstLine();
            boolean blankAbove = first > 1 && translation.line(first - 1).isBlank();
            int start = translation.lineStart(blankAbove ? first - 1 : first);
            int end = Math.min(
                    lineEnd(own.get().lastLine()) + 1, translation.text().length());
            edits.add(new SyncEdit(start, end, ""));
        }
    }

    /** The expected output in a block of its own. */
    private record Output(SyncFence fence, int firstLine, int lastLine, List<String> lines) {
        static Output of(SourceFile source, Expectation expectation) {
            boolean empty =
                    expectation.lines().isEmpty() && expectation.exitStatus().isEmpty();
            int first = expectation.span().startLine();
            int behind = empty ? first : expectation.span().endLine() + 1;
            SyncFence fence = SyncFence.of(source, first - 1).orElse(new SyncFence("", "```", ""));
            List<String> lines = new ArrayList<>();
            for (int line = first; line < behind; line++) {
                lines.add(fence.without(source.line(line)));
            }
            return new Output(fence, first - 1, Math.min(behind, source.lineCount()), lines);
        }
    }

    private String block(SyncFence place, SyncFence like, String info, List<String> lines) {
        StringBuilder out = new StringBuilder();
        out.append(place.prefix()).append(like.marks()).append(info);
        String prefix = place.followingPrefix();
        for (String line : lines) {
            out.append('\n').append(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
        }
        return out.append('\n').append(prefix).append(like.marks()).toString();
    }

    private SyncEdit replace(int firstLine, int lastLine, String block) {
        return new SyncEdit(translation.lineStart(firstLine), lineEnd(lastLine), block);
    }

    private int lineEnd(int line) {
        return translation.lineStart(line) + translation.line(line).length();
    }

    private static int lastLine(Step step) {
        boolean endsAbove = step.span().endColumn() == 1
                && step.span().endLine() > step.span().startLine();
        return endsAbove ? step.span().endLine() - 1 : step.span().endLine();
    }
}
