package dev.runbook.site.search;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The word that may have been meant where one stands nowhere. */
final class NearMisses {
    private static final int SHORTEST = 3;

    /** From this length on, two letters may be wrong. */
    private static final int LONG = 6;

    private final SortedMap<Integer, List<String>> words;

    /** @param words by length, the commonest first */
    NearMisses(SortedMap<Integer, List<String>> words) {
        this.words = words;
    }

    Optional<String> of(Unit unit) {
        String typed = unit.text();
        if (typed.length() < SHORTEST) {
            return Optional.empty();
        }
        int most = typed.length() < LONG ? 1 : 2;
        String best = null;
        int least = Integer.MAX_VALUE;
        for (int length = typed.length() - most; length <= typed.length() + most; length++) {
            for (String word : words.getOrDefault(length, List.of())) {
                String other = Normal.of(word).toString();
                int apart = Words.distance(typed, other, most);
                if (apart == 0 || apart > most) {
                    continue;
                }
                // A first letter is rarely wrong; then the nearest length.
                int first = other.charAt(0) == typed.charAt(0) ? 0 : 4;
                int cost = 8 * apart + first + Math.abs(length - typed.length());
                if (cost < least) {
                    best = word;
                    least = cost;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
