package dev.runbook.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where one side of each hunk is found in a file.
 *
 * @param indexes of the hunks placed, in order; fewer than there are hunks where one fits nowhere
 * @param distance how many lines they are away, in all, from where the headers say
 */
record Placement(List<Integer> indexes, long distance) {
    /**
     * Places hunks in order, each as near as can be to where its header says, moved by as much as the one before, as
     * patch(1) does it; below before above at the same distance.
     *
     * @param side before or after
     * @param emptySide the index of a side without lines, or -1 where it does not fit
     */
    static Placement of(
            FileLines file, List<Hunk> hunks, Function<Hunk, Hunk.Side> side, Function<Hunk.Side, Integer> emptySide) {
        List<Integer> indexes = new ArrayList<>();
        long distance = 0;
        int moved = 0;
        int free = 0;
        for (Hunk hunk : hunks) {
            Hunk.Side wanted = side.apply(hunk);
            int index = wanted.lines().isEmpty()
                    ? emptySide.apply(wanted)
                    : nearest(file, wanted, wanted.index() + moved, free);
            if (index < free) {
                return new Placement(indexes, distance);
            }
            moved = wanted.lines().isEmpty() ? moved : index - wanted.index();
            distance += Math.abs((long) index - wanted.index());
            indexes.add(index);
            free = index + wanted.size();
        }
        return new Placement(indexes, distance);
    }

    boolean isComplete(List<Hunk> hunks) {
        return indexes.size() == hunks.size();
    }

    private static int nearest(FileLines file, Hunk.Side side, int expected, int first) {
        int last = file.lines().size() - side.size();
        int most = Math.max(Math.abs(expected - first), Math.abs(last - expected));
        for (int offset = 0; offset <= most; offset++) {
            if (expected + offset >= first && expected + offset <= last && file.has(side, expected + offset)) {
                return expected + offset;
            }
            if (expected - offset >= first && expected - offset <= last && file.has(side, expected - offset)) {
                return expected - offset;
            }
        }
        return -1;
    }
}
