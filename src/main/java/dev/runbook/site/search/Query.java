package dev.runbook.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a reader asks for. Words stand between spaces, or in quotes; {@code is:} and {@code tag:} narrow the pages.
 *
 * @param units the words that are looked for in texts
 * @param joined words that stand in a text without spaces and of which {@link #units} has the parts: the index knows what
 *     stands between the parts
 * @param whole all words as they would stand in a text
 * @param filters each a choice of terms, of which a page must have one
 */
record Query(List<Unit> units, List<Unit> joined, String whole, List<List<String>> filters) {
    /** No text has it: it begins with what is no part of a word. */
    static final String STANDING = "#is:";

    private static final String TAG = "#tag:";

    private static final Map<String, List<String>> STANDINGS =
            Map.of("verified", List.of("passed"), "stale", List.of("stale", "too-old"));

    static String tagTerm(String tag) {
        return TAG + Normal.of(tag);
    }

    static Query of(String text) {
        List<Unit> units = new ArrayList<>();
        List<List<String>> filters = new ArrayList<>();
        Joined joined = new Joined();
        StringBuilder whole = new StringBuilder();
        int size = text.length();
        for (int i = 0; i < size; ) {
            if (isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int quote = text.charAt(i) == '"' ? text.indexOf('"', i + 1) : -1;
            boolean quoted = quote > i;
            int end = quoted ? quote + 1 : i;
            while (!quoted && end < size && !isSpace(text.charAt(end))) {
                end++;
            }
            String raw = quoted ? text.substring(i + 1, quote) : text.substring(i, end);
            List<String> filter = quoted ? List.of() : filter(raw);
            if (!filter.isEmpty()) {
                filters.add(filter);
            } else {
                whole.append(whole.isEmpty() ? "" : " ").append(text, i, end);
                boolean typing = end == size && !quoted;
                List<Unit> parts = quoted ? List.of() : Unit.parts(raw, typing);
                Unit unit = Unit.of(raw, typing);
                List<Unit> words = parts.size() > 1 || unit == null ? parts : List.of(unit);
                units.addAll(words);
                joined.add(quoted ? "" : raw, words, typing);
            }
            i = end;
        }
        return new Query(units, joined.all(), Normal.of(whole.toString()).toString(), filters);
    }

    /** Words that stand in a text without a space between them, wherever they were typed with one or without. */
    private static final class Joined {
        private final List<Unit> all = new ArrayList<>();
        private String raw = "";
        private int parts;
        private char last;
        private boolean typing;

        /** The next word as it was typed, empty for one that stands for itself, and its parts. */
        void add(String next, List<Unit> words, boolean typingIt) {
            boolean goesOn = !words.isEmpty()
                    && Characters.isWord(last)
                    && Characters.isJapanese(words.get(0).text().charAt(0));
            if (!goesOn || next.isEmpty()) {
                close();
            }
            raw += next;
            parts += next.isEmpty() ? 0 : words.size();
            String text = words.isEmpty() ? "" : words.get(words.size() - 1).text();
            last = next.isEmpty() || text.isEmpty() ? 0 : text.charAt(text.length() - 1);
            typing = typingIt;
        }

        private void close() {
            Unit unit = parts > 1 ? Unit.of(raw, typing) : null;
            if (unit != null) {
                all.add(unit);
            }
            raw = "";
            parts = 0;
        }

        List<Unit> all() {
            close();
            return all;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000';
    }

    private static List<String> filter(String raw) {
        int colon = raw.indexOf(':');
        String value = raw.substring(colon + 1);
        String name = colon < 0 ? "" : raw.substring(0, colon).toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return List.of();
        }
        if (name.equals("tag")) {
            return List.of(tagTerm(value));
        }
        if (!name.equals("is")) {
            return List.of();
        }
        String standing = value.toLowerCase(Locale.ROOT);
        return STANDINGS.getOrDefault(standing, List.of(standing)).stream()
                .map(s -> STANDING + s)
                .toList();
    }
}
