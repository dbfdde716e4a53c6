package dev.runbook.app;

import dev.runbook.match.Rewrite;
import dev.runbook.model.Expectation;
import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The edits that bring the expectations of one code block up to date, and its fences where a new line would end it. */
final class UpdatedBlock {
    private static final Pattern CLOSING = Pattern.compile("[ \t]*(`{3,}|~{3,})[ \t]*");
    private static final Pattern LAST_MARKS = Pattern.compile("(`{3,}|~{3,})[ \t]*$");

    private final SourceFile source;
    private final int opening;
    private final int closing;
    private final Optional<SyncFence> fence;
    private final String prefix;
    private final List<SyncEdit> edits = new ArrayList<>();
    private int longestMarks;

    private UpdatedBlock(SourceFile source, int opening, int closing) {
        this.source = source;
        this.opening = opening;
        this.closing = closing;
        this.fence = SyncFence.of(source, opening);
        this.prefix = fence.map(SyncFence::followingPrefix).orElse("");
    }

    /** The block of a console session. */
    static UpdatedBlock ofSession(SourceFile source, Step step) {
        return new UpdatedBlock(source, step.span().startLine(), lastLine(step.span()));
    }

    /** The {@code .output} block of an expectation. */
    static UpdatedBlock ofOutput(SourceFile source, Expectation expectation) {
        if (hasSource(expectation)) {
            return new UpdatedBlock(
                    source,
                    expectation.span().startLine() - 1,
                    expectation.span().endLine() + 1);
        }
        int closing = lastLine(expectation.span());
        return new UpdatedBlock(source, closing - 1, closing);
    }

    private static boolean hasSource(Expectation expectation) {
        return !expectation.lines().isEmpty() || expectation.exitStatus().isPresent();
    }

    /** A block may end behind its last line's end. */
    private static int lastLine(Span span) {
        return span.endColumn() == 1 && span.endLine() > 1 ? span.endLine() - 1 : span.endLine();
    }

    /** Gives an expectation of the block its new lines. */
    void add(Expectation expectation, List<Rewrite.Line> lines) {
        int line = hasSource(expectation) ? expectation.span().startLine() : closing;
        int behind = hasSource(expectation) ? expectation.span().endLine() + 1 : closing;
        StringBuilder added = new StringBuilder();
        for (Rewrite.Line wanted : lines) {
            int at = wanted.kept()
                    .map(kept -> kept.span().startLine())
                    .orElseGet(() -> isExitStatus(expectation, wanted)
                            ? expectation.span().endLine()
                            : -1);
            if (at >= line) {
                replace(line, at, added);
                line = at + 1;
            } else {
                added.append(prefixed(wanted.source())).append('\n');
                Matcher marks = CLOSING.matcher(wanted.source());
                longestMarks = marks.matches() ? Math.max(longestMarks, length(marks.group(1))) : longestMarks;
            }
        }
        replace(line, behind, added);
    }

    /** Whether a line is the exit status that is there already. */
    private static boolean isExitStatus(Expectation expectation, Rewrite.Line line) {
        OptionalInt status = expectation.exitStatus();
        return status.isPresent() && line.source().equals("[" + status.getAsInt() + "]");
    }

    /** How long a run of marks that could end this block is; 0 for other ones. */
    private int length(String marks) {
        return fence.isPresent() && fence.get().marks().charAt(0) == marks.charAt(0) ? marks.length() : 0;
    }

    private String prefixed(String line) {
        return line.isEmpty() ? prefix.stripTrailing() : prefix + line;
    }

    /** Replaces whole lines, the end exclusive, by what was added, which is then empty. */
    private void replace(int line, int behind, StringBuilder added) {
        if (line < behind || added.length() > 0) {
            edits.add(new SyncEdit(source.lineStart(line), source.lineStart(behind), added.toString()));
            added.setLength(0);
        }
    }

    List<SyncEdit> edits() {
        if (fence.isEmpty()) {
            return List.of();
        }
        String marks = fence.get().marks();
        if (edits.isEmpty() || longestMarks < marks.length()) {
            return List.copyOf(edits);
        }
        List<SyncEdit> all = new ArrayList<>(edits);
        String longer = marks.substring(0, 1).repeat(longestMarks + 1);
        int start = source.lineStart(opening) + fence.get().prefix().length();
        all.add(new SyncEdit(start, start + marks.length(), longer));
        Matcher last = LAST_MARKS.matcher(source.line(closing));
        if (last.find() && last.end(1) - last.start(1) < longer.length()) {
            int end = source.lineStart(closing);
            all.add(new SyncEdit(end + last.start(1), end + last.end(1), longer));
        }
        return all;
    }
}
