package dev.runbook.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a mistyped word may have been meant to be. */
final class Similar {
    private static final int MAX_DISTANCE = 2;

    private Similar() {}

    /** The nearest of the known words, if one is near enough to be worth a guess. */
    static Optional<String> to(String word, Collection<String> known) {
        List<String> all = all(word, known);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All known words that are near, nearest first. */
    static List<String> all(String word, Collection<String> known) {
        int limit = Math.min(MAX_DISTANCE, word.length() / 3);
        return known.stream()
                .filter(k -> distance(word, k) <= limit || isAbbreviation(word, k))
                .sorted(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k))
                .toList();
    }

    private static boolean isAbbreviation(String word, String known) {
        String bare = word.replaceFirst("^-+", "");
        return bare.length() > 1 && known.replaceFirst("^-+", "").startsWith(bare);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
