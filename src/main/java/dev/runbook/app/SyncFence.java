package dev.runbook.app;

import dev.runbook.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that opens a code block.
 *
 * @param prefix what stands before it: indentation, list markers, {@code >}
 * @param marks the run of back quotes or tildes
 * @param info what stands behind them
 */
record SyncFence(String prefix, String marks, String info) {
    private static final Pattern FENCE = Pattern.compile("(.*?)(`{3,}|~{3,})(.*)");
    private static final Pattern DANGER = Pattern.compile("(?<=[\\s{])danger=(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s}]*)");

    static Optional<SyncFence> of(SourceFile source, int line) {
        Matcher matcher = FENCE.matcher(source.line(line));
        return matcher.matches()
                ? Optional.of(new SyncFence(
                        matcher.group(1), matcher.group(2), matcher.group(3).strip()))
                : Optional.empty();
    }

    /** What stands before the lines that follow: a list marker counts as indentation there. */
    String followingPrefix() {
        return prefix.codePoints()
                .map(c -> c == '>' || c == '\t' ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A line of the block without what stands before it. */
    String without(String line) {
        int end = 0;
        while (end < prefix.length() && end < line.length() && " \t>".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return line.substring(end);
    }

    /** The info string with the wording of the danger that another one has, if both have any. */
    String infoWithDangerOf(SyncFence other) {
        Matcher theirs = DANGER.matcher(other.info);
        return theirs.find() ? DANGER.matcher(info).replaceFirst(Matcher.quoteReplacement(theirs.group())) : info;
    }
}
