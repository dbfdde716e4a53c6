package dev.runbook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the name that a misspelt one was meant to be: one letter added, left out, exchanged or swapped, or one added and
 * another left out. Making one takes time linear in the names, a question does not depend on their number.
 */
final class NearNames {
    private final Map<String, List<String>> byVariant = new HashMap<>();

    NearNames(Collection<String> names) {
        for (String name : names) {
            for (String variant : variants(name)) {
                byVariant.computeIfAbsent(variant, key -> new ArrayList<>(1)).add(name);
            }
        }
    }

    static Optional<String> nearest(String word, Collection<String> names) {
        return new NearNames(names).nearest(word);
    }

    /** The nearest of the names; of names equally near the first in alphabetical order. */
    Optional<String> nearest(String word) {
        Set<String> candidates = new HashSet<>();
        for (String variant : variants(word)) {
            candidates.addAll(byVariant.getOrDefault(variant, List.of()));
        }
        int allowed = word.length() < 3 ? 0 : word.length() < 5 ? 1 : 2;
        String best = null;
        int least = allowed + 1;
        for (String candidate : candidates) {
            int distance = distance(fold(word), fold(candidate));
            if (distance < least || (distance == least && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The name and all that is left of it without one letter: near names share one of these. */
    private static Set<String> variants(String name) {
        String folded = fold(name);
        Set<String> variants = new HashSet<>();
        variants.add(folded);
        for (int i = 0; i < folded.length(); i++) {
            variants.add(folded.substring(0, i) + folded.substring(i + 1));
        }
        return variants;
    }

    /** Letters to add, leave out, exchange or swap with their neighbour to come from one to the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
