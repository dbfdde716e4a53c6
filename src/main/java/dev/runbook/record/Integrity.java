package dev.runbook.record;

import java.util.OptionalInt;

/**
 * Whether a journal is as it was written. Each line holds the hash of the line before it, so that a line that was changed,
 * removed or put in is noticed, but not that the last lines were cut off as a whole: {@code seal} tells that to who knows
 * the one of before.
 *
 * @param lines how many whole lines there are
 * @param brokenLine the first line, from 1, that is not what was written there
 * @param torn whether the last line was cut off as it was written, as by a power cut: none of it was ever shown
 * @param seal the last whole line's hash; empty without a line
 */
public record Integrity(int lines, OptionalInt brokenLine, boolean torn, String seal) {
    public boolean intact() {
        return brokenLine.isEmpty();
    }
}
