package dev.runbook.source;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a misspelt word may have been meant to be. */
public final class Suggestions {
    private static final int MAX_DISTANCE = 2;
    /** In a word this short, two slips make another word of it. */
    private static final int SHORT_WORD = 4;

    private static final int MAX_OFFERED = 20;

    private Suggestions() {}

    /** The candidate that is nearest to a word; empty if none is near. The first wins among equals. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        int best = word.length() <= SHORT_WORD ? 1 : MAX_DISTANCE;
        String found = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) > best) {
                continue;
            }
            int distance = distance(word, candidate);
            if (distance < best || (distance == best && found == null)) {
                best = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /** What to offer for a word: the candidate nearest to it, else all of them as far as a person reads on. */
    public static String offer(String word, Collection<String> candidates) {
        return closest(word, candidates).orElseGet(() -> {
            String first = candidates.stream().limit(MAX_OFFERED).collect(Collectors.joining(", "));
            return candidates.size() > MAX_OFFERED ? first + ", …" : first;
        });
    }

    /**
     * How many insertions, deletions, replacements and swaps of neighbours lead from one word to the other
     * (Damerau-Levenshtein, each place touched once); letters count as equal in either case.
     */
    public static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = same(a, i - 1, b, j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                least = Math.min(least, cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
