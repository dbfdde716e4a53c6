package dev.runbook.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the texts of many pages have in common: deflate refers to it, so that the text of a single page is a small file. */
final class SharedText {
    /** Bytes; deflate can look back at 32 KiB, but a first query has to load this too. */
    private static final int WINDOW = 24_000;

    /** Pages that are looked at; more would say little more. */
    private static final int SAMPLE = 1000;

    private static final int LONGEST = 80;
    private static final Pattern PIECES = Pattern.compile("(?<=[。、 \",]|\\\\n)");

    private SharedText() {}

    /** The pieces that save most, the best of them last, where they are nearest. */
    static byte[] of(List<String> pages, TextCode code) {
        Map<String, Integer> counts = new HashMap<>();
        int step = Math.max(1, pages.size() / SAMPLE);
        for (int i = 0; i < pages.size(); i += step) {
            Set<String> pieces = new HashSet<>();
            for (String piece : PIECES.split(pages.get(i), 0)) {
                if (piece.length() > 2 && piece.length() <= LONGEST) {
                    pieces.add(piece);
                }
            }
            pieces.forEach(piece -> counts.merge(piece, 1, Integer::sum));
        }
        List<Map.Entry<String, Integer>> best = new ArrayList<>(counts.entrySet());
        best.removeIf(entry -> entry.getValue() < 2);
        best.sort(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -saved(e))
                .thenComparing(Map.Entry.comparingByKey()));
        StringBuilder text = new StringBuilder();
        int size = 0;
        for (Map.Entry<String, Integer> entry : best) {
            int more = code.encoded(entry.getKey()).length;
            if (size + more > WINDOW) {
                break;
            }
            size += more;
            text.insert(0, entry.getKey());
        }
        return code.encoded(text.toString());
    }

    private static int saved(Map.Entry<String, Integer> piece) {
        return (piece.getValue() - 1) * piece.getKey().length();
    }
}
