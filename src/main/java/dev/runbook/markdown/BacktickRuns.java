package dev.runbook.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where the runs of backticks in a block are, so that looking for the end of a code span is not a search each time. */
final class BacktickRuns {
    private final Map<Integer, Deque<Integer>> startsByLength = new HashMap<>();

    BacktickRuns(String text) {
        for (int at = text.indexOf('`'); at >= 0; ) {
            int end = endOfRun(text, at);
            startsByLength
                    .computeIfAbsent(end - at, length -> new ArrayDeque<>())
                    .add(at);
            at = text.indexOf('`', end);
        }
    }

    static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    /** The start of the next run of a length at or behind an index; -1 if there is none. Asked with rising indices. */
    int next(int length, int from) {
        Deque<Integer> starts = startsByLength.get(length);
        while (starts != null && !starts.isEmpty()) {
            if (starts.element() >= from) {
                return starts.element();
            }
            starts.remove();
        }
        return -1;
    }
}
