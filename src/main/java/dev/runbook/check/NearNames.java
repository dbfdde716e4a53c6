package dev.runbook.check;

import dev.runbook.source.Suggestions;
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
            int distance = Suggestions.distance(word, candidate);
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

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
